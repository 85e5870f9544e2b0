import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from './setup/demo-run.mjs';
import { openDisplay } from './setup/display.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const runtime = await setUp();
  const display = await openDisplay();
  const status = await runDemo(runtime, display, process.argv[2] ?? join(tmpdir(), 'holdfast-demo'));
  display.close();
  return status;
});
