import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import { migrations, temporaryFolder } from '#engine/testing/temporary-case.ts';
import { runCli } from './run-cli.ts';

test('tables go out and come in, refused rows are told with their lines, and the status is right', async () => {
  const folder = await temporaryFolder();
  const engine = createEngine({ migrations, version: 'test', actor: 'tester' });
  const out: string[] = [];
  const err: string[] = [];
  const host = { engine, out: (text: string) => void out.push(text), err: (text: string) => void err.push(text), signal: new AbortController().signal, cwd: folder };
  const run = async (...args: string[]) => {
    out.length = err.length = 0;
    const status = await runCli([...args, '--case', join(folder, 'Case')], host);
    return { status, said: [...out, ...err].join('\n') };
  };
  try {
    await run('init', '--title', 'T');
    await writeFile(join(folder, 'in.csv'), 'akt,speaker,when\nkilled,The Committee,2018\nstarved,The Committee,never\n');
    const map = ['--map', 'akt=act'];
    const dry = await run('tables', 'import', 'claims', 'in.csv', '--dry-run', '--create-parties', ...map);
    expect(dry).toMatchObject({ status: 1, said: expect.stringMatching(/line 3 .*\[when\].*EDTF[^]*Parties made: The Committee[^]*1 new, 1 refused. Nothing was written/) as string });
    expect(await run('tables', 'import', 'claims', 'in.csv')).toMatchObject({ status: 1, said: expect.stringContaining('nearest: “act”') as string });
    expect(await run('tables', 'import', 'claims', 'in.csv', '--create-parties', ...map)).toMatchObject({ status: 1, said: expect.stringContaining('1 of the 2 rows') as string });
    expect((await run('tables', 'import', 'claims', 'in.csv', '--create-parties', '--rows-that-hold', ...map)).status).toBe(1);
    const json = await run('tables', 'export', 'claims', 'out.json', '--json');
    expect(JSON.parse(json.said)).toMatchObject({ rows: 1, path: join(folder, 'out.json') });
    expect(await run('tables', 'import', 'claims', 'out.json', '--json')).toMatchObject({ status: 0, said: expect.stringContaining('"unchanged": 1') as string });
    expect(await run('tables', 'export', 'claims', 'flat.csv', '--columns', 'huridocs')).toMatchObject({ status: 0 });
    expect(await readFile(join(folder, 'flat.csv'), 'utf8')).toContain('type_of_act');
    expect(await run('tables', 'export', 'claims', 'flat.csv')).toMatchObject({ status: 1, said: expect.stringContaining('exists already') as string });
    for (const wrong of [['export', 'claims'], ['export', 'dogs', 'x.csv'], ['burn', 'claims', 'x.csv'], ['export', 'claims', 'x.csv', '--columns', 'x'], ['import', 'claims', 'in.csv', '--map', 'x']])
      expect((await run('tables', ...wrong)).status).toBe(2);
    expect((await run('tables', '--help')).said).toContain('--rows-that-hold');
    expect((await run('call', 'tables.import', JSON.stringify({ path: join(folder, 'out.json'), of: 'claims', dryRun: true }))).status).toBe(0);
  } finally {
    await engine.close();
  }
}); // prettier-ignore
