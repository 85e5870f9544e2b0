import type { TableFate } from '#shared/model/tables.ts';

/** So many readings are remembered; a person looks at one. */
const MOST = 3;

/** What the last readings of tables found, while the case is open: the window asks for their rows as it shows them. */
export class TableTrials {
  readonly #trials = new Map<string, readonly TableFate[]>();

  put(id: string, fates: readonly TableFate[]): void {
    this.#trials.set(id, fates);
    for (const old of [...this.#trials.keys()].slice(0, -MOST)) this.#trials.delete(old);
  }

  get(id: string): readonly TableFate[] | null {
    return this.#trials.get(id) ?? null;
  }
}
