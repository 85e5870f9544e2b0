/** For tests: the law behind repair, on one kind of damage after the other. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect } from 'vitest';
import { HoldfastError } from '#shared/errors.ts';
import type { SalvageReport } from '#shared/model/backup.ts';
import { damagedCopy, PAGE, zeroPages } from '../testing/damage.ts';
import { engineState, temporaryFolder } from '../testing/temporary-case.ts';
import { repairCase } from './repair-case.ts';

const damage = fc.record({
  zeroed: fc.array(fc.nat(), { maxLength: 6 }),
  flipped: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 30 }),
  cut: fc.option(fc.double({ min: 0.2, max: 1, noNaN: true }), { freq: 4 }),
});

/** Tables whose rows the journal names by id. */
const named = ['item', 'passage', 'file', 'blob'] as const;

/**
 * Whatever is zeroed, flipped or cut off: repair answers, and a row of the whole case is in the new one, or named as
 * gone or unreadable, as long as the journal still tells of it. `template` is a closed case.
 */
export async function checkAnyDamage(template: string, runs: number): Promise<void> {
  const place = await temporaryFolder();
  const whole = await damagedCopy(template, join(place, 'Whole'), (bytes) => bytes);
  const bytes = await readFile(join(whole, 'case.sqlite'));
  const wanted = idsIn(whole);
  let round = 0;
  await fc.assert(
    fc.asyncProperty(damage, async ({ zeroed, flipped, cut }) => {
      const damaged = join(place, `Damaged ${++round}`);
      await cp(whole, damaged, { recursive: true });
      const pages = bytes.length / PAGE;
      let changed = zeroPages(bytes, ...zeroed.map((page) => 1 + (page % pages)));
      for (const [at, by] of flipped) changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ by;
      if (cut !== null) changed = changed.subarray(0, Math.floor(changed.length * cut));
      await writeFile(join(damaged, 'case.sqlite'), changed);
      const out = join(place, `Saved ${round}`);
      const report = await repairCase(engineState(), { damaged, folder: out }).catch((error: unknown) => {
        // A case so changed that it claims to be of a newer program is refused by name.
        if (error instanceof HoldfastError && error.code !== 'internal') return null;
        throw error;
      });
      expect(await readFile(join(damaged, 'case.sqlite'))).toEqual(changed);
      if (report === null || report.identity === 'none') return;
      expect(unnamed(wanted, idsIn(out), report)).toEqual([]);
    }),
    { numRuns: runs },
  );
}

type Ids = { ids: Map<string, Set<string>>; entries: number };

function idsIn(folder: string): Ids {
  const raw = new Database(join(folder, 'case.sqlite'), { readonly: true });
  const ids = new Map(named.map((table) => [table, new Set(raw.prepare(`SELECT ${table === 'blob' ? 'sha256' : 'id'} FROM ${table}`).pluck().all() as string[])])); // prettier-ignore
  const entries = raw.prepare('SELECT count(*) FROM journal').pluck().get() as number;
  raw.close();
  return { ids, entries };
}

/** Rows that vanished without a word. Where entries are gone too, nothing says any more what there was. */
function unnamed({ ids: wanted, entries }: Ids, { ids: got }: Ids, report: SalvageReport): string[] {
  const silent: string[] = [];
  for (const [table, ids] of wanted) {
    const told = report.tables.find((one) => one.table === table);
    const known = new Set([...(told?.lost ?? []), ...(told?.refused ?? [])]);
    for (const id of ids) if (got.get(table)?.has(id) !== true && !known.has(id)) silent.push(`${table} ${id}`);
  }
  return report.journal.entries < entries ? [] : silent;
}
