/**
 * The whole main job with nobody at the keyboard: capture and import, mark, claim, close and open again, find,
 * export, check the case file. Says in plain lines what it does.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import type { Finding } from '#shared/model/proof.ts';
import { buildSampleCase, type SampleBuild, type SampleProgress } from './build-sample-case.ts';
import { demoWords as words } from './demo-words.ts';

export type DemoRun = Pick<SampleBuild, 'engine' | 'capture' | 'sampleDir' | 'signal'> & {
  /** Each run makes a folder of its own in here, named by the time. */
  into: string;
  print(line: string): void;
};
export type DemoResult = { casePath: string; caseFilePath: string; findings: Finding[] };

/** Runs the demo; `findings` is empty when everything holds. Throws what any call of the contract throws. */
export async function runDemo(run: DemoRun): Promise<DemoResult> {
  const parent = join(run.into, new Date().toISOString().replaceAll(':', '-'));
  await mkdir(parent, { recursive: true });
  const casePath = join(parent, 'Raqqa sample.holdfast');
  const onProgress = (at: SampleProgress) => {
    const line = words.step(at);
    if (line !== null) run.print(line);
  };
  const { info, verified, incidents } = await buildSampleCase({ ...run, folder: casePath, onProgress });
  run.print(words.kept(info.counts, info.journal.entries));
  run.print(words.checked(verified.checked.blobs, verified.checked.passages, verified.findings.length));
  await reopen(run, casePath);
  await find(run, 'mass graves');
  for (const id of Object.values(incidents)) await printMeasures(run, id);
  const file = await exportAndCheck(run, join(parent, 'Raqqa sample case file.zip'));
  const findings = [...verified.findings, ...file.findings];
  for (const { code, subject } of findings) run.print(words.finding(code, subject));
  if (findings.length > 0) run.print(words.failed);
  run.print(words.casePath(casePath));
  if (findings.length === 0) run.print(words.filePath(file.path));
  return { casePath, caseFilePath: file.path, findings };
}

/** Closes the case and opens it again; every passage must still be on its exact words. */
async function reopen({ engine, print }: DemoRun, folder: string): Promise<void> {
  await engine.call('case.close', {});
  await engine.call('case.open', { folder });
  const { rows, total } = await engine.call('passages.list', { limit: 1000 });
  const off = rows.filter(({ state }) => state !== 'exact');
  print(off.length === 0 ? words.reopened(total) : words.moved(off.length));
  const first = off[0];
  if (first !== undefined) throw new HoldfastError('passage-unresolved', { quote: first.quote, itemTitle: first.itemTitle });
}

async function find({ engine, print }: DemoRun, query: string): Promise<void> {
  const { total } = await engine.call('search.query', { words: query });
  print(words.found(query, total));
  if (total === 0) throw new HoldfastError('not-found', { what: query });
}

async function printMeasures({ engine, print }: DemoRun, incidentId: string): Promise<void> {
  const { code } = await engine.call('incidents.get', { id: incidentId });
  const { measures } = await engine.call('analysis.incident', { incidentId });
  for (const { act, unit, figures } of measures) {
    const said = figures.map((f) => `${f.qualifier}${f.value === null ? '' : ` ${f.value}`} (${f.speaker ?? '?'} ${f.modality})`);
    print(words.measure(code, act, unit, said.join('; ')));
  }
}

async function exportAndCheck({ engine, print, signal }: DemoRun, out: string) {
  signal?.throwIfAborted();
  print(words.exporting);
  const { path } = await engine.call('export.create', { out, zip: true });
  const { checked, findings } = await engine.call('casefile.verify', { path });
  print(words.checkedFile(checked.files, checked.journalEntries, findings.length));
  return { path, findings };
}
