/** The real process, as a person or a script starts it. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { flipBit } from '#engine/testing/tamper.ts';
import { engineState, temporaryFolder } from '#engine/testing/temporary-case.ts';
import { openCase } from '#engine/case/open-case.ts';
import { chmod, readFile } from 'node:fs/promises';
import { endOf, holdfast, startHoldfast, type Ended } from './testing/start-holdfast.ts';

async function withCase() {
  const folder = await temporaryFolder();
  const file = join(folder, 'Case');
  expect((await holdfast(['init', '--title', 'Raqqa', '--case', file])).status).toBe(0);
  const source = join(folder, 'witness نص.txt');
  await writeFile(source, 'Workers exhumed nearly 1,236 bodies from three mass graves.');
  return { folder, file, source };
}

const json = <Value>(ended: Ended): Value => JSON.parse(ended.out) as Value;

describe('the whole job from a shell', () => {
  test('init, import, passage, claim, search, verify, export, verify-file', async () => {
    const { folder, file, source } = await withCase();
    const imported = await holdfast(['import', source, '--case', file, '--json']);
    expect(imported.status).toBe(0);
    const { itemId } = JSON.parse(imported.out.trim()) as { itemId: string };
    const call = async <Value>(name: string, input: object) =>
      json<Value>(await holdfast(['call', name, JSON.stringify(input), '--case', file]));
    const passage = await call<{ id: string; state: string }>('passages.create', { itemId, quote: 'nearly 1,236 bodies' });
    expect(passage.state).toBe('exact');
    await call('claims.create', {
      act: 'exhumed',
      quantities: [{ qualifier: 'nearly', value: 1236, unit: 'bodies' }],
      evidence: [{ passageId: passage.id, stance: 'states' }],
    });
    expect((await holdfast(['list'], { cwd: file })).out).toContain(itemId);
    expect((await holdfast(['show', itemId, '--case', file])).out).toContain('“nearly 1,236 bodies”');
    expect((await holdfast(['search', 'mass', 'graves', '--case', file])).out).toContain('[mass]');
    expect(await holdfast(['verify', '--case', file])).toMatchObject({ status: 0, out: expect.stringContaining('Nothing found') });
    for (const out of ['out', 'out.zip']) {
      expect((await holdfast(['export', out, '--case', file], { cwd: folder })).status).toBe(0);
      expect(await holdfast(['verify-file', out], { cwd: folder })).toMatchObject({ status: 0, out: expect.stringContaining('1 claim') });
    }
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['out', 'out.zip']));
  }, 120_000);

  test('a changed byte is status 1, in words and in JSON', async () => {
    const { file, source } = await withCase();
    const { sha256 } = JSON.parse((await holdfast(['import', source, '--case', file, '--json'])).out) as { sha256: string };
    const blob = join(file, 'blobs', sha256.slice(0, 2), sha256);
    await chmod(blob, 0o644);
    await writeFile(blob, flipBit(await readFile(blob), 5));
    const said = await holdfast(['verify', '--case', file]);
    expect(said).toMatchObject({ status: 1, out: expect.stringContaining('blob-altered') });
    expect(said.out).not.toContain('unknown');
    const machine = await holdfast(['verify', '--case', file, '--json']);
    expect(machine.status).toBe(1);
    expect(json<{ findings: object[] }>(machine).findings).toMatchObject([{ code: 'blob-altered', subject: sha256 }]);
    const stopped = await holdfast(['export', join(file, '../x'), '--case', file]);
    expect(stopped).toMatchObject({ status: 1, err: expect.stringContaining(sha256) });
  }, 60_000);
});

test('one bad file does not stop the others; each is told; status 1', async () => {
  const { folder, file, source } = await withCase();
  await writeFile(join(folder, 'empty.pdf'), '');
  const { status, out } = await holdfast([
    'import',
    join(folder, 'empty.pdf'),
    join(folder, 'not-there'),
    source,
    '--case',
    file,
    '--json',
  ]);
  const fates = out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { fate: string }).fate)
    .sort();
  expect({ status, fates }).toEqual({ status: 1, fates: ['kept', 'refused', 'refused'] });
}, 60_000);

describe('wrong use is status 2 and says what is right', () => {
  test.each([
    [[], ''],
    [['fly'], 'no command named fly'],
    [['list'], '--case'],
    [['import', '--case', '/x'], 'import PATH'],
    [['list', '--nonsense'], 'nonsense'],
    [['init', '--case', '/x'], '--title'],
    [['show', 'a', 'b'], 'too much'],
    [['call', 'items.fly', '{}', '--case', '/x'], 'items.fly'],
    [['call', 'case.info', '{'], 'not JSON'],
  ])('%j', async (args, words) => {
    const { status, err, out } = await holdfast(args);
    expect(status).toBe(2);
    expect(err + out).toContain(words === '' ? 'Usage' : words);
  });
});

test('help is status 0, whole and for one command', async () => {
  expect(await holdfast(['--help'])).toMatchObject({ status: 0, out: expect.stringContaining('verify-file CASEFILE') });
  expect(await holdfast(['export', '--help'])).toMatchObject({ status: 0, out: expect.stringContaining('--zip') });
});

test('refusals name the thing and the remedy; JSON carries both', async () => {
  const { folder, file } = await withCase();
  const missing = await holdfast(['list', '--case', join(folder, 'none')]);
  expect(missing).toMatchObject({ status: 1, err: expect.stringContaining(join(folder, 'none')) });
  const again = await holdfast(['init', '--title', 'x', '--case', file, '--json']);
  expect(again.status).toBe(1);
  expect(json(again)).toMatchObject({ error: { code: 'case-exists', facts: { folder: file }, remedy: expect.any(String) } });
  expect(await holdfast(['seal', '--case', file])).toMatchObject({ status: 0, out: expect.stringContaining('root of the tree') });
  expect(await holdfast(['call', 'dialogs.newCase', '{"title":"x"}'])).toMatchObject({ status: 1, err: expect.stringContaining('window') });
  expect(await holdfast(['verify-file', file])).toMatchObject({ status: 1, err: expect.stringContaining('bagit.txt') });
}, 60_000);

test('a case the window has open is read and verified all the same, and cannot be imported into', async () => {
  const { file, source } = await withCase();
  const window = await openCase(engineState(), file, 'write');
  try {
    expect((await holdfast(['list', '--case', file])).status).toBe(0);
    const verified = await holdfast(['verify', '--case', file, '--json']);
    expect(json(verified)).toMatchObject({ recorded: false, findings: [] });
    expect(verified.err).toContain('reading');
    expect(await holdfast(['import', source, '--case', file])).toMatchObject({
      status: 1,
      err: expect.stringContaining(String(process.pid)),
    });
  } finally {
    await window.close();
  }
}, 60_000);

test('call reads its input from stdin; names cannot steer the terminal', async () => {
  const { folder, file } = await withCase();
  const party = json<{ name: string }>(await holdfast(['call', 'parties.create', '-', '--case', file], { input: '{"name":"Committee"}' }));
  expect(party.name).toBe('Committee');
  const nasty = join(folder, 'red\u001b[31m\nname.txt');
  await writeFile(nasty, 'words');
  const said = await holdfast(['import', nasty, '--case', file]);
  expect(said.status).toBe(0);
  expect(said.out).not.toContain('\u001b');
}, 60_000);

describe('capture', () => {
  /** Stands for the hidden Electron: answers as it is agreed to. */
  async function browser(body: string) {
    const folder = await temporaryFolder();
    const script = join(folder, 'browser.mjs');
    await writeFile(script, `const urls = process.argv.slice(process.argv.indexOf('--') + 1);\n${body}`);
    return { HOLDFAST_ELECTRON_COMMAND: JSON.stringify([process.execPath, script]) };
  }

  test('one line a URL, and a URL without an answer is told too', async () => {
    const { file } = await withCase();
    const env = await browser(
      `console.log('noise'); console.log(JSON.stringify({ url: urls[0], itemId: 'x', argv: process.argv.slice(2) })); console.log(JSON.stringify({ url: urls[1], error: { code: 'url-timeout', facts: { url: urls[1], seconds: 1 } } }))`,
    );
    const { status, out } = await holdfast(['capture', 'http://a/', 'http://b/', 'http://c/', '--case', file, '--json'], { env });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      {
        url: 'http://a/',
        itemId: 'x',
        argv: [
          '--headless=capture',
          `--case=${file}`,
          expect.stringMatching(/^--options=\{.*"scroll":true/),
          '--json',
          '--',
          'http://a/',
          'http://b/',
          'http://c/',
        ],
      },
      { url: 'http://b/', error: { code: 'url-timeout' } },
      { url: 'http://c/', error: { code: 'capture-failed' } },
    ]);
  }, 60_000);

  test('a case that is not there is said before any browser starts', async () => {
    const folder = await temporaryFolder();
    const env = await browser('process.exit(7)');
    expect(await holdfast(['capture', 'http://a/', '--case', join(folder, 'none')], { env })).toMatchObject({
      status: 1,
      err: expect.stringContaining('none'),
    });
  });

  test('Ctrl-C ends the browser and says so', async () => {
    const { file } = await withCase();
    const env = await browser(
      `setInterval(() => {}, 1000); process.on('SIGINT', () => process.exit(0)); console.log(JSON.stringify({ url: urls[0], itemId: 'x' }))`,
    );
    const child = startHoldfast(['capture', 'http://a/', 'http://b/', '--case', file], { env });
    child.stdout.once('data', () => child.kill('SIGINT'));
    expect(await endOf(child)).toMatchObject({ err: expect.stringContaining('Cancelled'), status: 1 });
  }, 60_000);
});

test('Ctrl-C during an import leaves a case that verifies', async () => {
  const { folder, file } = await withCase();
  await mkdir(join(folder, 'many'));
  for (let n = 0; n < 150; n += 1) await writeFile(join(folder, 'many', `${n}.txt`), `file ${n} `.repeat(2000));
  const child = startHoldfast(['import', join(folder, 'many'), '--case', file]);
  while ((await readdir(join(file, 'blobs'))).length < 8) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  expect(await endOf(child)).toMatchObject({ status: 1 });
  expect(await holdfast(['verify', '--case', file])).toMatchObject({ status: 0 });
}, 120_000);
