import { useCall } from '../shell/engine.ts';

export type LastBackup = { at: string; seq: number; since: number };

/** The last backup the journal tells of; null when there is none, undefined until it is known. */
export function useLastBackup(entries: number): LastBackup | null | undefined {
  const { data } = useCall('journal.list', { action: 'case.backedUp', limit: 1 });
  if (data === undefined) return undefined;
  const [entry] = data.rows;
  if (entry === undefined) return null;
  const { journal } = entry.payload as { journal?: { seq?: number } };
  return { at: entry.at, seq: journal?.seq ?? entry.seq, since: Math.max(0, entries - entry.seq) };
}
