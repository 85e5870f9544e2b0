import type { CallName } from '#shared/contract.ts';
import type { Topic } from '#shared/model/events.ts';

/** Which parts of a case each question reads. A change to one of them asks the question again. */
export const reads: Partial<Record<CallName, readonly Topic[]>> = {
  'case.info': ['case', 'items', 'passages', 'claims', 'parties', 'incidents', 'journal', 'proof'],
  'items.list': ['items', 'passages', 'claims', 'proof'],
  'items.get': ['items', 'passages', 'claims', 'proof'],
  'files.get': ['items'],
  'items.texts': ['items'],
  'blobs.locate': ['proof'],
  'versions.list': ['items', 'passages'],
  'versions.carry': ['passages', 'claims', 'items'],
  'absences.list': ['items'],
  'passages.list': ['passages', 'claims', 'items'],
  'passages.get': ['passages', 'claims', 'items'],
  'claims.list': ['claims', 'passages', 'parties', 'incidents'],
  'claims.get': ['claims', 'passages', 'parties', 'incidents'],
  'parties.list': ['parties', 'claims'],
  'parties.get': ['parties', 'claims'],
  'incidents.list': ['incidents', 'claims'],
  'incidents.get': ['incidents', 'claims'],
  'analysis.incident': ['incidents', 'claims', 'passages', 'parties'],
  'search.query': ['items', 'passages', 'claims'],
  'journal.list': ['journal'],
  'verify.last': ['proof', 'case'],
  'queue.list': ['queue'],
  'queue.status': ['queue', 'case'],
  'recent.list': ['case'],
};
