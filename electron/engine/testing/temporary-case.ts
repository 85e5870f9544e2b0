/** For tests: a real case in a temporary folder, with all migrations, a steady clock and counted ids. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { requireCase } from '../case/handlers.ts';
import { createCase, openCase } from '../case/open-case.ts';
import type { CaseContext, EngineState, Ports } from '../context.ts';
import { keyFolder, writerKeyIn } from '../keys/key-folder.ts';
import { Jobs } from '../jobs/jobs.ts';
import { migrations } from './migrations-folder.ts';
import { systemPorts } from '../system-ports.ts';

export { migrations };

/** A clock that moves one second a reading, so that times in tests are stable and ordered. */
export function steadyPorts(): Ports {
  let seconds = 0;
  return { now: () => new Date(Date.UTC(2018, 10, 14, 9, 0, seconds++)), newId: systemPorts.newId };
}

export function engineState(ports: Ports = steadyPorts()): EngineState {
  const emit = () => {};
  return {
    open: null,
    jobs: new Jobs(emit, ports.newId),
    ports,
    settings: { actor: 'tester', migrations, version: 'test', writerKey: writerKeyIn(keyFolder()) },
    emit,
  };
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A new case, closed and removed when the test ends. */
export async function temporaryCase(): Promise<{ ctx: CaseContext; engine: EngineState; folder: string }> {
  const engine = engineState();
  const folder = join(await temporaryFolder(), 'Test.holdfast');
  engine.open = await createCase(engine, folder, 'Test case');
  onTestFinished(async () => {
    await engine.open?.close();
  });
  return { ctx: requireCase(engine), engine, folder };
}

/** Closes and opens again, as a restart would. */
export async function reopen(engine: EngineState, folder: string): Promise<CaseContext> {
  await engine.open?.close();
  engine.open = null;
  engine.open = await openCase(engine, folder, 'write');
  return engine.open;
}
