import { create } from 'zustand';
import type { ImportOutcome } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { notify, notifyError } from '../ui/toast.tsx';

/** What the last import did, while its dialog is open. */
export const useImportOutcomes = create<{ outcomes: readonly ImportOutcome[] | null }>(() => ({ outcomes: null }));

export function showOutcomes(outcomes: readonly ImportOutcome[] | null): void {
  useImportOutcomes.setState({ outcomes });
}

/** Asks for files or folders and imports them. */
export async function importChosen(folders: boolean): Promise<void> {
  try {
    const { paths } = await call('dialogs.chooseFiles', { folders });
    if (paths.length > 0) await importPaths(paths);
  } catch (error) {
    notifyError(error);
  }
}

/** Imports paths; progress shows in the status bar. Refusals open the list of outcomes, the rest is said in passing. */
export async function importPaths(paths: string[]): Promise<void> {
  try {
    const { outcomes } = await call('items.import', { paths });
    if (outcomes.some(({ fate }) => fate === 'refused')) return showOutcomes(outcomes);
    const details = { label: t('import.details'), run: () => showOutcomes(outcomes) };
    notify({
      tone: 'good',
      title: outcomes.length === 0 ? t('import.nothing') : summaryOf(outcomes),
      ...(outcomes.length === 0 ? {} : { action: details }),
    });
  } catch (error) {
    notifyError(error);
  }
}

/** `3 files kept, 12 pages taken from archives, 1 already kept`. */
export function summaryOf(outcomes: readonly ImportOutcome[]): string {
  const count = (fate: ImportOutcome['fate']) => outcomes.filter((outcome) => outcome.fate === fate).length;
  const pages = outcomes.reduce((sum, outcome) => sum + ('pages' in outcome ? (outcome.pages?.added ?? 0) : 0), 0);
  const parts = [
    ['import.kept', count('kept')],
    ['import.pages', pages],
    ['import.already', count('already-kept')],
    ['import.refused', count('refused')],
    ['import.cancelled', count('cancelled')],
  ] as const;
  return parts
    .filter(([, number]) => number > 0)
    .map(([key, number]) => t(key, { count: number }))
    .join(', ');
}
