/**
 * npm run soak [ROUNDS]: the demo again and again, each with a case of its own, to find what only time shows; then a
 * capture queue whose program is killed twenty times, and every page of the capture site captured; then the tests of size (`*.soak.ts`), which need some 10 GB of disk, and laws over many more cases than `npm test` takes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, endToEnd } from './setup/check.mjs';
import { appEnvironment } from './setup/launch.mjs';
import { openDisplay } from './setup/display.mjs';
import { runDemo } from './setup/demo-run.mjs';
import { runMain, say } from './setup/say.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const rounds = Number(process.argv[2] ?? 10);
  const runtime = await setUp();
  const display = await openDisplay();
  let failed = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const into = mkdtempSync(join(tmpdir(), 'holdfast-soak-'));
    const start = performance.now();
    const status = await runDemo(runtime, display, into);
    if (status === 0) rmSync(into, { recursive: true, force: true });
    else failed += 1;
    say(
      `Round ${round} of ${rounds}: ${status === 0 ? 'ok' : `failed, kept in ${into}`} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    );
  }
  const kills = { HOLDFAST_KILLS: process.env.HOLDFAST_KILLS ?? '20', HOLDFAST_E2E_ELECTRON: runtime.executable };
  const env = { ...appEnvironment(runtime), ...display.env, ...kills, HOLDFAST_SOAK: '1' };
  const killed = await endToEnd('a queue killed again and again', 'app', env, ['e2e/queue-kill.test.ts']);
  const sites = [
    'e2e/queue.test.ts',
    'e2e/custody.test.ts',
    'e2e/library.test.ts',
    'e2e/passage-panel.test.ts',
    'e2e/capture-archive.test.ts',
    'e2e/capture-site/capture-site.test.ts',
  ];
  const captured = await endToEnd('every page of the capture site, lists of thousands, a sheet of a thousand acts', 'app', env, sites);
  failed += captured.failed;
  failed += killed.failed;
  display.close();
  const large = await check('large files', join(root, 'node_modules', 'vitest', 'vitest.mjs'), [
    'run',
    '--config',
    'vitest.soak.config.ts',
  ]);
  failed += large.failed;
  const laws = ['tables/round-trip', 'verify/flipped-bit', 'undo/undo', 'claims/claim-history', 'queue/queue', 'merge/merge-laws'];
  const lawful = await check(
    'laws, over many more cases',
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    ['run', ...laws.map((law) => `electron/engine/${law}`)],
    { HOLDFAST_RUNS: process.env.HOLDFAST_RUNS ?? '24', HOLDFAST_SOAK: '1' },
  );
  failed += lawful.failed;
  return failed === 0 ? 0 : 1;
});
