import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openCase } from '#engine/case/open-case.ts';
import type { EngineState } from '#engine/context.ts';
import { systemPorts } from '#engine/system-ports.ts';
import { keyFolder, writerKeyIn } from '#engine/keys/key-folder.ts';
import { Jobs } from '#engine/jobs/jobs.ts';
import { root } from '../support/launch.ts';
import { seedCase } from '../support/seed-case.ts';

/**
 * Captures addresses with the real program as the command line runs it, without a driver: Playwright attaches to frames
 * of other sites too, and never lets those run that another debugger watches. Archives in the order of the addresses.
 */
export async function captureHeadless(urls: string[]): Promise<{ waczs: string[]; forget(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-headless-'));
  const caseFolder = join(folder, 'Headless.holdfast');
  await seedCase(caseFolder, 'Headless', 0);
  const asRoot = process.getuid?.() === 0;
  const switches = ['--disable-gpu', ...(asRoot ? ['--no-sandbox'] : [])];
  const args = [...switches, root, '--headless=capture', `--case=${caseFolder}`, '--json', '--', ...urls];
  const env = { ...process.env, HOLDFAST_USER_DATA: join(folder, 'profile') };
  await promisify(execFile)(process.env['HOLDFAST_E2E_ELECTRON'] ?? '', args, { env, timeout: 100_000 });
  const emit = () => {};
  const settings = { actor: 'test', migrations: join(root, 'migrations'), version: 'test', writerKey: writerKeyIn(keyFolder()) };
  const engine: EngineState = { open: null, jobs: new Jobs(emit, systemPorts.newId), ports: systemPorts, settings, emit };
  const ctx = await openCase(engine, caseFolder, 'read');
  try {
    const files = await ctx.read.selectFrom('file').select('sha256').where('role', '=', 'wacz').orderBy('id').execute();
    const waczs = files.map((_, at) => join(folder, `${at}.wacz`));
    for (const [at, { sha256 }] of files.entries()) await copyFile((await ctx.store.locate(sha256)).path, waczs[at] ?? '');
    return { waczs, forget: () => rm(folder, { recursive: true, force: true }) };
  } finally {
    await ctx.close();
  }
}
