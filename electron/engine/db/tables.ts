/** Rows as SQLite holds them; JSON columns are text. The schema itself stands in `migrations/`. */
import type { Generated } from 'kysely';

export type Tables = {
  caseRecord: { one: number; caseId: string; title: string; createdAt: string; madeWith: string };
  journal: {
    seq: number;
    at: string;
    utcOffsetMinutes: number;
    actor: string;
    action: string;
    subject: string;
    payload: string;
    prevHash: string;
    hash: string;
  };
  blob: { sha256: string; sha1: string; md5: string; size: number; createdAt: string };
  item: {
    id: string;
    type: string;
    title: string;
    source: string;
    sourceUrl: string | null;
    language: string | null;
    originalName: string | null;
    method: string;
    capturedAt: string;
    completeness: string;
    facts: string;
    gaps: string;
  };
  file: {
    id: string;
    itemId: string;
    role: string;
    sha256: string;
    name: string;
    mediaType: string;
    parentFileId: string | null;
    tool: string | null;
    toolVersion: string | null;
    toolParameters: string | null;
    createdAt: string;
  };
  canonicalText: { itemId: string; fileId: string; sha256: string; text: string; length: number; map: string };
  tombstone: { subject: string; kind: string; reason: string; at: string; actor: string };
  itemNote: {
    itemId: string;
    title: string | null;
    source: string | null;
    publishedAt: string | null;
    note: string | null;
    graphic: Generated<number>;
  };
  itemProof: { itemId: string; state: string; at: string };
  verification: { id: string; endedAt: string; report: string };
  passage: {
    id: string;
    itemId: string;
    kind: string;
    selectors: string;
    quote: string;
    start: number | null;
    end: number | null;
    page: number | null;
    from: number | null;
    to: number | null;
    textSha256: string | null;
    comment: string;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
  };
  passageTag: { passageId: string; tag: string };
  party: { id: string; name: string; kind: string; aliases: string; note: string; createdAt: string; updatedAt: string };
  incident: {
    id: string;
    code: string;
    title: string;
    kind: string;
    when: string | null;
    place: string | null;
    note: string;
    createdAt: string;
    updatedAt: string;
  };
  claim: {
    id: string;
    act: string;
    modality: string;
    speakerId: string | null;
    when: string | null;
    saidAt: string | null;
    place: string | null;
    cause: string | null;
    incidentId: string | null;
    note: string;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
  };
  claimQuantity: {
    claimId: string;
    position: number;
    qualifier: string;
    value: number | null;
    min: number | null;
    max: number | null;
    unit: string;
    role: string;
  };
  claimBreakdown: {
    claimId: string;
    quantity: number;
    position: number;
    groups: string;
    qualifier: string;
    value: number | null;
    min: number | null;
    max: number | null;
  };
  claimVia: { claimId: string; position: number; partyId: string | null; medium: string; itemId: string | null; date: string | null };
  claimParty: { claimId: string; position: number; partyId: string; role: string };
  evidence: { id: string; claimId: string; passageId: string; stance: string; note: string; createdAt: string };
  searchIndex: { rowid: Generated<number>; kind: string; id: string; title: string; body: string; folds: string };
  searchRow: { kind: string; id: string; indexRow: number };
};
