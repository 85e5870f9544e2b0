import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { CallInput, CallName } from '#shared/contract.ts';
import { errorWords } from '#shared/error-words.ts';
import { toErrorData, type ErrorCode, type ErrorData, type ErrorFacts } from '#shared/errors.ts';
import type { ImportOutcome } from '#shared/model/items.ts';
import { flipBit, oddName, writeBadFiles } from './support/bad-files.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { mountReadOnly, mountSmallDisk, needsMounts } from './support/mounts.ts';

let running: RunningApp;
let folder: string;
let caseFolder: string;

test.beforeEach(async () => {
  running = await launch();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-bad-'));
  caseFolder = join(folder, 'Bad.holdfast');
  await call(running.page, 'case.create', { folder: caseFolder, title: 'Bad input' });
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

test('files that cannot be kept are refused by name with a remedy, and the rest is kept', async () => {
  const { page } = running;
  const paths = await writeBadFiles(join(folder, 'in'));
  const { outcomes } = await call(page, 'items.import', { paths: Object.values(paths) });
  const fateOf = (path: string) => outcomes.find((outcome) => outcome.path === path);
  const refused: [string, ErrorCode][] = [
    [paths.empty, 'file-empty'],
    [paths.truncated, 'pdf-damaged'],
    [paths.lying, 'type-mismatch'],
    [paths.missing, 'file-missing'],
  ];
  for (const [path, code] of refused) {
    const outcome = fateOf(path);
    expect(outcome, path).toMatchObject({ fate: 'refused', error: { code } });
    const { title, remedy } = errorWords((outcome as Extract<ImportOutcome, { fate: 'refused' }>).error as ErrorData);
    expect(title).toContain(path.split('/').at(-1));
    expect(remedy.length).toBeGreaterThan(10);
  }
  for (const path of [paths.locked, paths.silent, paths.odd, paths.good]) expect(fateOf(path), path).toMatchObject({ fate: 'kept' });
  // The loop was walked once: what lies inside is kept, the link back is named.
  const looped = outcomes.filter((outcome) => outcome.path.startsWith(paths.loop));
  expect(looped.filter((outcome) => outcome.fate === 'kept')).toHaveLength(1);
  expect(looped.filter((outcome) => outcome.fate === 'refused')).toHaveLength(1);
  const { rows } = await call(page, 'items.list', {});
  const names = await Promise.all(rows.map(async ({ id }) => (await call(page, 'items.get', { id })).originalName));
  expect(names).toContain(oddName);
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
});

test('the same bytes twice are kept once and said to be already kept', async () => {
  const { page } = running;
  const one = join(folder, 'one.txt');
  const two = join(folder, 'two.txt');
  await writeFile(one, 'the same words');
  await writeFile(two, 'the same words');
  const { outcomes } = await call(page, 'items.import', { paths: [one, two] });
  expect(outcomes.map((outcome) => outcome.fate)).toEqual(['kept', 'already-kept']);
  expect((await call(page, 'items.list', {})).total).toBe(1);
});

test('one flipped bit in a blob is named, and nothing else', async () => {
  const { page } = running;
  const source = join(folder, 'a.txt');
  await writeFile(source, 'Nearly 1,236 bodies were exhumed.');
  const { outcomes } = await call(page, 'items.import', { paths: [source, await write('b.txt', 'untouched')] });
  const sha256 = outcomes[0]?.fate === 'kept' ? outcomes[0].sha256 : '';
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  await flipBit((await call(page, 'blobs.locate', { sha256 })).path, 7);
  const { findings } = await call(page, 'verify.run', {});
  expect(new Set(findings.map((finding) => `${finding.code} ${finding.subject}`))).toEqual(new Set([`blob-altered ${sha256}`]));
  const { rows } = await call(page, 'items.list', { filter: 'needs-attention' });
  expect(rows.map((row) => row.proof)).toEqual(['altered']);
});

test('one changed letter in a journal row is named, and nothing else', async () => {
  const { page } = running;
  await call(page, 'items.import', { paths: [await write('a.txt', 'words'), await write('b.txt', 'more words')] });
  await call(page, 'case.close', {});
  const raw = new Database(join(caseFolder, 'case.sqlite'));
  const guard = raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'journalNoUpdate'").pluck().get() as string;
  raw.exec("DROP TRIGGER journalNoUpdate; UPDATE journal SET actor = 'x' || substr(actor, 2) WHERE seq = 2");
  raw.exec(guard);
  raw.close();
  await call(page, 'case.open', { folder: caseFolder });
  const { findings } = await call(page, 'verify.run', {});
  expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['journal-broken', '2']]);
});

test('a case in use elsewhere is refused by name, and can be read', async () => {
  const { page } = running;
  const other = await launch();
  try {
    await refusal(other.page, 'case.open', { folder: caseFolder }, 'case-locked', 'Bad.holdfast');
    expect(await call(other.page, 'case.open', { folder: caseFolder, access: 'read' })).toMatchObject({ access: 'read' });
    const source = await write('a.txt', 'words');
    await refusal(other.page, 'items.import', { paths: [source] }, 'case-read-only', 'Bad.holdfast');
    await call(page, 'items.import', { paths: [source] });
    expect((await call(other.page, 'items.list', {})).total).toBe(1);
  } finally {
    await other.close();
  }
});

test('a case made by a newer Holdfast is refused and left as it is', async () => {
  const { page } = running;
  await call(page, 'case.close', {});
  const raw = new Database(join(caseFolder, 'case.sqlite'));
  raw.pragma('user_version = 99990');
  raw.close();
  await refusal(page, 'case.open', { folder: caseFolder }, 'case-newer', '99990');
});

test('a read-only case opens for reading, says so, and can be verified', async () => {
  needsMounts();
  const { page } = running;
  await call(page, 'items.import', { paths: [await write('a.txt', 'words')] });
  await call(page, 'case.close', {});
  const unmount = mountReadOnly(caseFolder);
  try {
    const info = await call(page, 'case.open', { folder: caseFolder });
    expect(info).toMatchObject({ access: 'read', readOnlyReason: 'folder-not-writable' });
    expect(await call(page, 'verify.run', {})).toMatchObject({ findings: [], recorded: false });
    await call(page, 'case.close', {});
  } finally {
    unmount();
  }
});

test('a full disk stops an import, keeps what was kept, and leaves nothing half-made', async () => {
  needsMounts();
  const { page } = running;
  const small = join(folder, 'small');
  const unmount = mountSmallDisk(small, 6);
  try {
    await call(page, 'case.create', { folder: join(small, 'Small.holdfast'), title: 'Small' });
    const large = join(folder, 'large.bin');
    await writeFile(large, Buffer.alloc(12 * 1024 * 1024, 7));
    const { outcomes } = await call(page, 'items.import', { paths: [await write('a.txt', 'small'), large] });
    expect(outcomes[0]).toMatchObject({ fate: 'kept' });
    expect(outcomes[1]).toMatchObject({ fate: 'refused', error: { code: 'disk-full' } });
    expect(await readdir(join(small, 'Small.holdfast', 'staging')).catch(() => [])).toEqual([]);
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
    await call(page, 'case.close', {});
  } finally {
    unmount();
  }
});

test('addresses that cannot be captured are refused by name with a remedy, and nothing is kept', async () => {
  const { page } = running;
  const server = createServer((request, response) => {
    if (request.url === '/slow') return;
    response.statusCode = 404;
    response.end('gone');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const closed = 'http://127.0.0.1:1/';
  try {
    await refusal(page, 'capture.run', { url: 'not an address' }, 'url-invalid', 'not an address');
    await refusal(page, 'capture.run', { url: 'file:///etc/passwd' }, 'url-scheme', 'file');
    await refusal(page, 'capture.run', { url: 'javascript:alert(1)' }, 'url-scheme', 'javascript');
    await refusal(page, 'capture.run', { url: `${origin}/none` }, 'url-not-found', '/none');
    await refusal(page, 'capture.run', { url: closed }, 'url-refused', closed);
    await refusal(page, 'capture.run', { url: `${origin}/slow`, options: { timeLimitMs: 2000 } }, 'url-timeout', '/slow');
    expect((await call(page, 'items.list', {})).total).toBe(0);
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

/** The call fails with this code, in words that name the thing. */
async function refusal<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
  code: ErrorCode,
  names: string,
): Promise<void> {
  const error = await call(page, name, input).then(
    () => null,
    (thrown: unknown) => toErrorData(thrown),
  );
  expect(error?.code, `${name} ${JSON.stringify(input)}`).toBe(code);
  const { title, remedy } = errorWords(error as { code: ErrorCode; facts: ErrorFacts });
  expect(title).toContain(names);
  expect(remedy.length).toBeGreaterThan(10);
}

async function write(name: string, words: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, words);
  return path;
}
