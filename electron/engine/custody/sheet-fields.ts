/** The fields of a sheet that tell of collection and preservation. Pure; what nobody recorded stays empty. */
import type { CustodyAct, ItemCustody } from '#shared/model/custody.ts';
import type { Item } from '#shared/model/items.ts';
import type { Tables } from '../db/tables.ts';
import type { FieldValues } from './make-sheet.ts';
import { offsetWords } from './offset-words.ts';
import type { Provenance } from './read-provenance.ts';

type Known = { item: Item; kept: CustodyAct | undefined; given: ItemCustody; provenance: Provenance | null };

export function collectionFields({ item, kept, given, provenance }: Known): FieldValues {
  const fact = (name: string) => {
    const value = item.facts[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const offset = item.facts['utcOffsetMinutes'];
  const inZone = (at: string | null) => (at === null || typeof offset !== 'number' ? at : `${at} (${offsetWords(at, offset)})`);
  const shared = {
    method: item.method,
    collector: kept?.actor,
    virtualIdentity: given.virtualIdentity,
    acquiredFrom: given.acquiredFrom,
    tool: toolOf(item, provenance),
    machine: null,
    addresses: null,
    keptAt: kept === undefined ? null : `${kept.at} (${offsetWords(kept.at, kept.utcOffsetMinutes)})`,
    collectorNote: given.collectorNote,
  };
  if (item.method === 'import') return { ...shared, requestedUrl: item.sourceUrl };
  const clock = provenance?.clockEvidence?.[0];
  return {
    ...shared,
    browser: provenance?.userAgent,
    options: item.facts['keptByHand'] === true ? 'yes' : 'no',
    requestedUrl: fact('requestedUrl') ?? item.sourceUrl,
    finalUrl: fact('finalUrl'),
    httpStatus: fact('status'),
    remoteAddress: fact('remoteAddress'),
    certificate: [fact('certificateSubject'), fact('certificateIssuer')].filter((one) => one !== null).join(' ← '),
    startedAt: inZone(fact('startedAt')),
    endedAt: inZone(fact('endedAt')),
    serverDate: fact('serverDate'),
    clockDifference: clock === undefined ? null : difference(clock.serverDate, clock.localDate),
  };
}

/** The program that took the original: named by the capture's record, else by the files it made. */
function toolOf({ files }: Item, provenance: Provenance | null): string | null {
  const software = Object.entries(provenance?.software ?? {}).map(([name, version]) => `${name} ${version}`);
  if (software.length > 0) return software.join(', ');
  const tools = files.flatMap(({ tool, toolVersion }) => (tool === null ? [] : [`${tool} ${toolVersion ?? ''}`.trim()]));
  return [...new Set(tools)].join(', ');
}

/** Seconds are what a server's Date header tells (RFC 9110, section 6.6.1). */
function difference(server: string, local: string): string | null {
  const seconds = Math.round((Date.parse(local) - Date.parse(server)) / 1000);
  if (Number.isNaN(seconds)) return null;
  return `${seconds >= 0 ? '+' : '−'}${Math.abs(seconds)} s (machine ${local}, server ${server})`;
}

export function preservationFields(
  { item, given }: Known,
  state: Tables['itemProof'] | undefined,
  seal: Tables['seal'] | undefined,
): FieldValues {
  const evidence = item.files.filter(({ parentFileId }) => parentFileId === null);
  const checked = state === undefined ? 'not verified since it was kept' : `${state.state}, ${state.at}`;
  return {
    storage: evidence.map(({ sha256 }) => `blobs/${sha256.slice(0, 2)}/${sha256}`).join('\n'),
    untouched: `${evidence.length} file(s) kept read-only under their SHA-256; working copies are apart (${item.files.length - evidence.length})`,
    lastCheck: checked,
    seal: seal === undefined ? null : `${seal.at}, over ${seal.treeSize} entries, root ${seal.rootHash}, key ${seal.keyId}`,
    timestamps: null,
    legalBasis: given.legalBasis,
    custodyNote: given.custodyNote,
  };
}
