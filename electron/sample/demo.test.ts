import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import { runDemo } from './demo.ts';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test('the demo ends with a case file that verifies', { timeout: 90_000 }, async () => {
  const into = await mkdtemp(join(tmpdir(), 'demo-'));
  const engine = createEngine({ migrations: fromHere('../../migrations'), version: '0.0.0', actor: 'test' });
  /** The page as its server gives it, imported: what Chromium adds is tested end to end. */
  const capture = async (url: string) => {
    const path = join(into, basename(url));
    await writeFile(path, await (await fetch(url)).text());
    const { outcomes } = await engine.call('items.import', { paths: [path] });
    if (outcomes[0]?.fate !== 'kept') throw new Error(JSON.stringify(outcomes));
    return { itemId: outcomes[0].itemId };
  };
  const lines: string[] = [];
  try {
    const print = (line: string) => void lines.push(line);
    const result = await runDemo({ engine, capture, sampleDir: fromHere('../../sample'), into, print });
    expect(result.findings).toEqual([]);
    expect(lines.slice(-2)).toEqual([`Case: ${result.casePath}`, `Verified case file: ${result.caseFilePath}`]);
  } finally {
    await engine.close();
    await rm(into, { recursive: true, force: true });
  }
});
