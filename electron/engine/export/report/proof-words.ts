import { code, openFile, type Span, type Words } from './blocks.ts';
import type { ReportInput, ReportSeal, ReportToken } from './report-input.ts';

/** The first seal that has journal entry `entry` under it; null when none does. */
export function sealOver(entry: number, seals: readonly ReportSeal[]): ReportSeal | null {
  return seals.toSorted((a, b) => a.treeSize - b.treeSize).find(({ treeSize }) => treeSize >= entry) ?? null;
}

/** "Sealed 2026-11-25T10:00:00.000Z: entries 1 to 57, root ab12…", or "not sealed". */
export function sealWords(entry: number, { seals }: Pick<ReportInput, 'seals'>): Words {
  const seal = sealOver(entry, seals);
  if (seal === null) return 'not sealed';
  return [`${seal.at}, entries 1 to ${seal.treeSize}, root `, code(`${seal.rootHash.slice(0, 16)}…`), ...fileOf(seal.file)];
}

/** The earliest (or latest) proved timestamp of a seal over the entry; else what became of the asking; else "no timestamp". */
export function timestampWords(entry: number, { seals }: Pick<ReportInput, 'seals'>, which: 'earliest' | 'latest' = 'earliest'): Words {
  const over = seals.filter(({ treeSize }) => treeSize >= entry);
  const tokens = over.flatMap((seal) => seal.tokens.map((token) => ({ seal, token })));
  const inOrder = tokens.filter(({ token }) => token.state === 'proved').sort((a, b) => ((a.token.at ?? '') < (b.token.at ?? '') ? -1 : 1));
  const proved = inOrder.at(which === 'earliest' ? 0 : -1);
  if (proved !== undefined)
    return [
      `${proved.token.at ?? 'time not read'} by `,
      { text: proved.token.authority, as: 'foreign' },
      ` (RFC 3161) over entries 1 to ${proved.seal.treeSize}`,
      ...fileOf(proved.token.file),
    ];
  const other = tokens[0];
  return other === undefined ? 'no timestamp' : ['no timestamp yet: ', ...tokenState(other.token)];
}

/** "asked of X, failed: connection refused" */
export function tokenState({ authority, state, at, problem, file }: ReportToken): (string | Span)[] {
  const told = state === 'proved' ? `proved ${at ?? ''}` : `${state}${problem === null ? '' : `: ${problem}`}`;
  return [{ text: authority, as: 'foreign' }, `, ${told}`, ...fileOf(file)];
}

function fileOf(file: string | null): (string | Span)[] {
  return file === null ? [] : [', ', openFile(file, file.split('/').at(-1) ?? file)];
}
