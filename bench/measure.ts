/** Times, side by side in one run: a ratio means the same on every machine, a number of seconds does not. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Row = { what: string; ours: number; against: string; theirs: number };

/** How often each thing is done. */
export const RUNS = setting('RUNS', 3);

/** Median of the runs, in seconds. `prepare` is not counted. */
export async function seconds(work: (run: number) => unknown, prepare: (run: number) => unknown = () => {}): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await prepare(run);
    const start = performance.now();
    await work(run);
    times.push((performance.now() - start) / 1000);
  }
  return median(times);
}

export function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

export function shell(script: string, cwd: string): void {
  execFileSync('sh', ['-c', script], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

export function printRows(title: string, rows: Row[]): void {
  const lines = rows.map(({ what, ours, against, theirs }) => [what, time(ours), against, time(theirs), `${(ours / theirs).toFixed(2)} x`]);
  const all = [['what', 'Holdfast', 'against', 'time', 'ratio'], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  console.log(`\n${title}`);
  for (const line of all) console.log(`  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
}

function time(value: number): string {
  return value < 1 ? `${(value * 1000).toFixed(1)} ms` : `${value.toFixed(2)} s`;
}

/** A folder that is gone when `work` is over, however it ends. */
export async function inTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A number from the environment, so that a run can be made larger: `BENCH_MEGABYTES=2000 npm run bench proof`. */
export function setting(name: string, otherwise: number): number {
  const given = Number(process.env[`BENCH_${name}`]);
  return given > 0 ? given : otherwise;
}
