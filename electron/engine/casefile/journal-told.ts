/** What an exported journal tells of the case, gathered in one pass along its chain. */
import { canonicalJson } from '#shared/canonical-json.ts';
import { makeFinding } from '#shared/finding-words.ts';
import { journalEntry, type JournalEntry } from '#shared/model/journal.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { Json } from '#shared/model/primitives.ts';
import { recordTables } from '../items/bury.ts';
import type { SealCheck } from '../verify/check-seals.ts';
import type { SignatureCheck } from '../verify/check-signatures.ts';
import { checkLink, emptyChain, sha256Of } from '../verify/check-chain.ts';
import { derivedSaid, itemSaid } from '../verify/record-kinds.ts';
import type { CaseFileSource } from './case-file-source.ts';
import { checkWithheld, readProofs } from './check-proofs.ts';
import { readLines } from './read-file.ts';

export type Shape = { [key: string]: Json };
export const keptKinds = ['passage', 'claim', 'party', 'incident'] as const;
export type KeptKind = (typeof keptKinds)[number];
export type RecordTable = (typeof recordTables)[number];

export type Told = {
  entries: number;
  head: string;
  caseCreated: Shape | null;
  /** SHA-256 of what the journal says of an item, in canonical JSON: a case can hold more items than memory holds entries. */
  items: Map<string, string>;
  /** Of a file added later: its item, and the SHA-256 of what the journal says of it. */
  derived: Map<string, { itemId: string; said: string }>;
  notes: Map<string, Shape>;
  things: Record<KeptKind, Map<string, Shape>>;
  records: Record<RecordTable, Map<string, Shape>>;
  links: Map<string, Shape>;
  /** Links between versions by their ids, carried passages by the new passage, pages found gone. */
  versions: Map<string, Shape>;
  /** Links between passages by their ids, colours by tag. */
  passageLinks: Map<string, Shape>;
  tagColours: Map<string, Shape>;
  carries: Map<string, Shape>;
  absences: Map<string, Shape>;
  /** Copies that were merged, by the ids of their branches. */
  branches: Map<string, Shape>;
  /** Of each seal by its id: the entry that tells of it, and what it says. */
  seals: Map<string, { seq: number; said: Shape }>;
  /** The first entry that each key signed. */
  keys: Map<string, number>;
  /** Timestamps that were received, by their requests. */
  tokens: Map<string, Shape>;
  removed: Set<string>;
  /** Numbers of the entries about each thing. */
  seqs: Map<string, number[]>;
  /** Things that an entry which does not hold is about; nothing is concluded of them. */
  doubtful: Set<string>;
  /** True in a case file of chosen things: what is not told is not missing. */
  partial: boolean;
  /** False when entries are gone or unreadable, so that a thing may lack one. */
  whole: boolean;
};

export const JOURNAL = 'data/journal/journal.jsonl';

export type Hearing = { signatures: SignatureCheck; seals: SealCheck; findings: Finding[]; signal: AbortSignal };

/** One pass: chain, signatures and sealed trees are recomputed while what the entries say is gathered. */
export async function readJournal(source: CaseFileSource, { signatures, seals, findings, signal }: Hearing): Promise<Told> {
  const proofs = await readProofs(source, signal);
  const told = { ...nothingTold(), partial: proofs !== null };
  let chain = emptyChain;
  for await (const line of readLines(source, JOURNAL, signal)) {
    const entry = parseLine(line);
    if (entry === null) {
      findings.push(
        makeFinding('journal-broken', String(chain.seq + 1), { facts: { problem: 'the line is not an entry in canonical JSON' } }),
      );
      told.whole = false;
      chain = { seq: chain.seq + 1, hash: '', entries: chain.entries + 1, lastBroken: true };
      continue;
    }
    // Entries in between are held back; that this one is part of the whole is proved by itself.
    if (proofs !== null && entry.seq > chain.seq + 1) chain = { ...chain, seq: entry.seq - 1, lastBroken: true };
    const step = checkLink(chain, { ...entry, payload: canonicalJson(entry.payload) });
    chain = step.chain;
    // An entry that does not fit its hash is named for that.
    if (step.finding?.code !== 'journal-broken') signatures.add(entry);
    seals.add(entry);
    if (step.finding !== null) {
      findings.push(step.finding);
      told.whole = false;
      told.doubtful.add(entry.subject);
    }
    if (proofs !== null) findings.push(...proofs.check(entry));
    listen(told, entry);
  }
  if (proofs !== null) findings.push(...(await checkWithheld(source, proofs)));
  if (chain.entries === 0) findings.push(makeFinding('journal-empty', JOURNAL));
  else findings.push(...signatures.end(), ...seals.end());
  return { ...told, entries: chain.entries, head: chain.hash };
}

function nothingTold(): Told {
  const mapEach = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, new Map<string, Shape>()])) as Record<Name, Map<string, Shape>>;
  return {
    entries: 0,
    head: '',
    caseCreated: null,
    items: new Map(),
    derived: new Map(),
    notes: new Map(),
    things: mapEach(keptKinds),
    records: mapEach(recordTables),
    links: new Map(),
    versions: new Map(),
    passageLinks: new Map(),
    tagColours: new Map(),
    carries: new Map(),
    absences: new Map(),
    branches: new Map(),
    seals: new Map(),
    keys: new Map(),
    tokens: new Map(),
    removed: new Set(),
    seqs: new Map(),
    doubtful: new Set(),
    whole: true,
    partial: false,
  };
}

/** The line must be the very bytes the hash was taken over, plus the hash. */
function parseLine(line: string): JournalEntry | null {
  try {
    const value = JSON.parse(line) as Json;
    if (canonicalJson(value) !== line) return null;
    const parsed = journalEntry.safeParse(value);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function listen(told: Told, { seq, action, subject, payload, keyId }: JournalEntry): void {
  const said = payload as Shape;
  if (keyId !== null && !told.keys.has(keyId)) told.keys.set(keyId, seq);
  told.seqs.set(subject, [...(told.seqs.get(subject) ?? []), seq]);
  const [feature, verb] = action.split('.');
  if (action === 'case.created') told.caseCreated = said;
  else if (action === 'item.kept') told.items.set(subject, sha256Of(canonicalJson(itemSaid(said))));
  else if (action === 'file.derived')
    told.derived.set(subject, { itemId: String((said['file'] as Shape)['itemId']), said: sha256Of(canonicalJson(derivedSaid(said))) });
  else if (action === 'item.described') told.notes.set(subject, said);
  else if (action === 'seal.made') told.seals.set(subject, { seq, said });
  else if (action === 'evidence.linked') told.links.set(subject, said);
  else if (action === 'version.linked') told.versions.set(subject, said);
  else if (action === 'passageLink.created') told.passageLinks.set(subject, said);
  else if (action === 'tag.coloured') told.tagColours.set(subject, said);
  else if (action === 'passage.carried') told.carries.set(subject, said);
  else if (action === 'branch.kept') told.branches.set(subject, said);
  else if (action === 'address.gone') told.absences.set(subject, said);
  else if (action === 'timestamp.proved') told.tokens.set(subject, said);
  else if (verb === 'restored') told.removed.delete(subject);
  else if (verb === 'removed' || action === 'version.unlinked') told.removed.add(subject);
  else if (isKept(feature) && (verb === 'created' || verb === 'updated')) {
    const { evidence, changed: _changed, why: _why, ...fields } = said;
    told.things[feature].set(subject, { ...told.things[feature].get(subject), ...fields });
    if (Array.isArray(evidence)) for (const link of evidence as Shape[]) told.links.set(String(link['id']), link);
  } else if (isRecord(feature) && (verb === 'created' || verb === 'updated')) {
    const { changed: _changed, why: _why, ...fields } = said;
    told.records[feature].set(subject, { ...told.records[feature].get(subject), ...fields });
  }
}

function isKept(feature: string | undefined): feature is KeptKind {
  return keptKinds.some((kind) => kind === feature);
}

function isRecord(feature: string | undefined): feature is RecordTable {
  return recordTables.some((table) => table === feature);
}
