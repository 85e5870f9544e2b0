import type { CaptureResult } from '#shared/model/capture.ts';
import type { DraftFile } from '../items/keep-item.ts';
import type { BuiltWacz } from './build-wacz.ts';
import type { StagedPage } from './read-staged-page.ts';

/**
 * What a capture does not prove. Written out in the record itself, because it is read by strangers who do not have
 * this program.
 */
export const doesNotProve = [
  { id: 'served-to-everyone', text: 'That the site served the same page to anyone else: pages differ by place, time, account and browser.' },
  { id: 'true', text: 'That what the page says is true, or that its stated authors and dates are right.' },
  { id: 'machine-honest', text: 'That the machine which captured was honest: the record was made by the program and clock of that machine.' },
  { id: 'bytes-signed', text: 'That the server signed these bytes: TLS protects the connection, and its certificate does not sign the page.' },
  { id: 'wire-bytes', text: 'The exact bytes on the wire: bodies are recorded as the browser had them, with compression and chunking undone; headers that told of these carry the prefix X-Orig-.' },
  { id: 'all-behaviour', text: 'What the page would have shown after further scrolling, clicking or logging in.' },
] as const; // prettier-ignore

/** Besides, of a page that a person browsed to and kept. */
const doesNotProveByHand = [
  { id: 'untouched', text: 'That the page looked so when it came: a person browsed, clicked and typed in it before it was kept as it stood. How often is told under handsOn; what, is not.' },
  { id: 'public', text: 'That the page can be seen without logging in: it was taken in a session that may have been logged in to.' },
] as const; // prettier-ignore

/** The record of how a page was taken: role `provenance`, plain JSON, made to be read without this program. */
export function provenanceRecord(result: CaptureResult, page: StagedPage, archive: BuiltWacz, files: DraftFile[]): Record<string, unknown> {
  const { jsonLd: _inMetadata, files: staged, extras, gaps, live: _inReport, exchanges, ...capture } = result;
  return {
    format: 'holdfast-provenance/1',
    capture,
    incomplete: gaps,
    files: files.map((file) => ({
      role: file.role,
      name: file.name,
      mediaType: file.mediaType,
      sha256: file.blob.sha256,
      size: file.blob.size,
      madeFrom: file.parent ?? null,
      parameters: staged.find((one) => one.role === file.role && one.name === file.name)?.toolParameters ?? file.tool?.parameters ?? {},
    })),
    archive: {
      format: 'WACZ 1.1.1',
      warc: 'WARC 1.1',
      records: archive.records,
      exchanges: exchanges.count,
      bodyBytes: exchanges.bytes,
      socketMessagesNotKept: exchanges.socketMessages,
    },
    withheld: exchanges.redactions,
    page: { metadata: page.metadata, textLength: page.text.length, article: page.article },
    snapshot: {
      inlined: page.inlined,
      takenBesideMhtml: extras.map((extra) => extra.url),
      unresolved: page.unresolved,
      complaints: page.complaints,
    },
    doesNotProve: result.handsOn === undefined ? doesNotProve : [...doesNotProve, ...doesNotProveByHand],
  };
}
