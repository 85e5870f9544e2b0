import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { createEngine } from '../../../electron/engine/engine.ts';
import { root } from '../../support/launch.ts';
import { checkWacz } from '../check-wacz.ts';
import { makeWacz } from '../make-wacz.ts';
import { checkBagit } from './check-bagit.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-bagit-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Files = Record<string, string | Buffer>;
const sum = (algorithm: string, bytes: string | Buffer) => createHash(algorithm).update(bytes).digest('hex');
const lines = (algorithm: string, files: Files) =>
  Object.entries(files)
    .map(([path, bytes]) => `${sum(algorithm, bytes)}  ${path}\n`)
    .join('');
const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const payload: Files = { 'data/a.txt': 'one', 'data/deep/b ü.txt': 'two' };

/** A good bag whose files `change` replaces, adds or, with null, takes out before the tag manifest is made. */
async function bag(change: Record<string, string | Buffer | null> = {}, tagManifest?: (text: string) => string): Promise<string> {
  const usual: Files = {
    ...payload,
    'bagit.txt': declaration,
    'bag-info.txt': 'Bagging-Date: 2018-11-14\nPayload-Oxum: 6.2\nExternal-Description: in\n two lines\n',
    'manifest-sha256.txt': lines('sha256', payload),
    'manifest-sha512.txt': lines('sha512', payload),
  };
  const files = Object.fromEntries(
    Object.entries({ ...usual, ...change }).filter((entry): entry is [string, string | Buffer] => entry[1] !== null),
  );
  const tags = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('data/')));
  const listed = lines('sha256', tags);
  files['tagmanifest-sha256.txt'] = tagManifest === undefined ? listed : tagManifest(listed);
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

const codes = (findings: { code: string }[]) => [...new Set(findings.map(({ code }) => code))].sort();

test('nothing is held against good bags', async () => {
  const report = await checkBagit(await bag());
  expect(report).toMatchObject({ findings: [], warnings: [] });
  expect(report.tags.get('external-description')).toEqual(['in two lines']);
});

const manifest = (files: Files) => ({ 'manifest-sha256.txt': lines('sha256', files), 'manifest-sha512.txt': lines('sha512', files) });
const extra = (path: string) => ({ 'manifest-sha256.txt': `${lines('sha256', payload)}${sum('sha256', 'x')}  ${path}\n` });
const good: [string, Record<string, string | Buffer | null>][] = [
  ['with lines that end in CR LF', { 'bagit.txt': declaration.replaceAll('\n', '\r\n'), 'manifest-sha256.txt': lines('sha256', payload).replaceAll('\n', '\r\n') }],
  ['with sums in capitals and a tab', { 'manifest-sha256.txt': lines('sha256', payload).replace(/^[0-9a-f]+ {2}/gm, (start) => `${start.trim().toUpperCase()}\t`) }],
  ['without bag-info.txt', { 'bag-info.txt': null }],
  ['with names that need percent signs', { 'data/a%\n\r.txt': 'x', 'bag-info.txt': null, ...manifest({ ...payload, 'data/a%25%0A%0D.txt': 'x' }) }],
  ['in another encoding', { 'bagit.txt': declaration.replace('UTF-8', 'ISO-8859-1'), 'data/deep/b ü.txt': null, 'bag-info.txt': Buffer.from('Contact-Name: José\n', 'latin1'), ...manifest({ 'data/a.txt': 'one' }) }],
]; // prettier-ignore
for (const [name, change] of good)
  test(`a bag ${name} is good`, async () => {
    expect((await checkBagit(await bag(change))).findings).toEqual([]);
  });

const bad: [string, string[], Record<string, string | Buffer | null>, ((text: string) => string)?][] = [
  ['no declaration', ['declaration-missing'], { 'bagit.txt': null }],
  ['a byte order mark', ['declaration'], { 'bagit.txt': `\ufeff${declaration}` }],
  ['white space before a colon', ['declaration'], { 'bagit.txt': declaration.replace(':', ' :') }],
  ['a third line', ['declaration'], { 'bagit.txt': `${declaration}More: yes\n` }],
  ['lines the other way round', ['declaration'], { 'bagit.txt': declaration.split('\n').reverse().join('\n').trim() }],
  ['an unknown version', ['version'], { 'bagit.txt': declaration.replace('1.0', '2.0') }],
  ['no payload', ['file-missing', 'oxum', 'payload-missing'], { 'data/a.txt': null, 'data/deep/b ü.txt': null }],
  ['no manifest', ['manifest-missing'], { 'manifest-sha256.txt': null, 'manifest-sha512.txt': null }],
  ['an algorithm in capitals', ['algorithm', 'file-unlisted'], { 'manifest-SHA256.txt': lines('sha256', payload) }],
  ['a file that is gone', ['file-missing', 'oxum'], { 'data/a.txt': null }],
  ['a file more', ['file-unlisted', 'oxum'], { 'data/c.txt': 'three' }],
  ['a file in one manifest alone', ['file-unlisted', 'oxum'], { 'data/c.txt': 'x', ...extra('data/c.txt') }],
  ['another byte', ['checksum'], { 'data/a.txt': 'onf' }],
  ['a wrong line', ['file-unlisted', 'manifest-line'], { 'manifest-sha256.txt': lines('sha256', payload).replace(/^./, '') }],
  ['a path that leads up', ['file-missing', 'path-unsafe'], extra('data/../../x')],
  ['an absolute path', ['manifest-path', 'path-unsafe'], extra('/etc/passwd')],
  ['a home folder', ['manifest-path', 'path-unsafe'], extra('~/x')],
  ['a drive', ['manifest-path', 'path-unsafe'], extra('C:\\x')],
  ['a tag file among the payload', ['checksum', 'manifest-path'], extra('bagit.txt')],
  ['a percent sign that was not written out', ['file-missing', 'percent'], extra('data/100%')],
  ['a file listed twice', ['listed-twice'], { 'manifest-sha256.txt': lines('sha256', payload).repeat(2) }],
  ['a wrong oxum', ['oxum'], { 'bag-info.txt': 'Payload-Oxum: 7.2\n' }],
  ['two oxums', ['oxum'], { 'bag-info.txt': 'Payload-Oxum: 6.2\nPayload-Oxum: 6.2\n' }],
  ['a date of another form', ['bagging-date'], { 'bag-info.txt': 'Bagging-Date: 14.11.2018\n' }],
  ['a tag line without a colon', ['tag-line'], { 'bag-info.txt': 'Contact-Name\n' }],
  ['bytes of another encoding', ['encoding'], { 'bag-info.txt': Buffer.from('Contact-Name: José\n', 'latin1') }],
  ['a tag file that changed', ['checksum'], {}, (text) => text.replace(/^\w+(?= {2}bag-info)/m, 'a'.repeat(64))],
  ['a tag manifest that leaves out a manifest', ['tagmanifest-incomplete'], {}, (text) => text.replace(/.*manifest-sha512.*\n/, '')],
  ['a tag manifest that lists itself', ['checksum', 'tagmanifest-lists'], {}, (text) => `${text}${'a'.repeat(64)}  tagmanifest-sha256.txt\n`],
  ['a file to fetch that no manifest lists', ['fetch-unlisted'], { 'fetch.txt': 'http://127.0.0.1/c 3 data/c.txt\n' }],
  ['a file to fetch that leads out', ['path-unsafe'], { 'fetch.txt': 'http://127.0.0.1/c 3 ../c.txt\n' }],
  ['a line to fetch that is none', ['fetch-line'], { 'fetch.txt': 'data/a.txt\n' }],
]; // prettier-ignore
for (const [name, expected, change, tagManifest] of bad)
  test(`a bag with ${name} is found out`, async () => {
    expect(codes((await checkBagit(await bag(change, tagManifest))).findings)).toEqual(expected);
  });

test('names alike, system files and links are told', async () => {
  const files: Files = { ...payload, 'data/A.TXT': 'one', 'data/.DS_Store': '' };
  await bag({ ...files, 'bag-info.txt': null, ...manifest(files) });
  await symlink('/etc/hostname', join(folder, 'data/link'));
  const { findings, warnings } = await checkBagit(folder);
  expect(codes(findings)).toEqual(['not-a-file']);
  expect(codes(warnings)).toEqual(['names-alike', 'system-file']);
});

/** Bags of the suite that lack a file they list, because no repository could hold both names, or that name. */
const incomplete = [
  'v0.97/warning/duplicate-file-with-different-case',
  'v0.97/warning/same-filename-listed-twice-with-different-normalization',
  'v0.97/warning/special-system-files',
];

/** github.com/LibraryOfCongress/bagit-conformance-suite, where somebody has it at hand. */
test('the conformance suite of the Library of Congress is judged as it says', async () => {
  const suite = process.env['BAGIT_CONFORMANCE_SUITE'] ?? '';
  test.skip(!existsSync(suite), 'BAGIT_CONFORMANCE_SUITE names no folder');
  const wrong: string[] = [];
  for (const version of ['v0.93', 'v0.94', 'v0.95', 'v0.96', 'v0.97', 'v1.0'])
    for (const kind of ['valid', 'warning', 'invalid', 'linux-only', 'windows-only']) {
      const above = join(suite, version, kind);
      const bags = existsSync(above) ? (await readdir(above, { withFileTypes: true })).filter((entry) => entry.isDirectory()) : [];
      for (const { name } of bags) {
        const { findings, warnings } = await checkBagit(join(above, name));
        const isRight =
          kind === 'valid'
            ? findings.length === 0
            : kind === 'warning'
              ? findings.length === 0 && warnings.length > 0
              : findings.length > 0;
        if (!isRight)
          wrong.push(`${version}/${kind}/${name}${codes(findings).includes('file-missing') ? '' : `: ${codes(findings).join(', ')}`}`);
      }
    }
  expect(wrong).toEqual(incomplete);
});

test('a case file is a bag, by this checker and by sha256sum and sha512sum alone; a WACZ taken out of it opens alone', async () => {
  const wacz = await makeWacz(folder, [{ url: 'http://127.0.0.1:8080/page', type: 'text/html', body: '<title>Raqqa</title><body><p>Nearly 1,236 bodies.</p></body>' }]);
  await writeFile(join(folder, 'تقرير 100%.txt'), 'Nearly 1,236 bodies.');
  const engine = createEngine({ migrations: join(root, 'migrations'), version: 'test', actor: 'tester', keys: join(folder, 'keys') });
  const out = join(folder, 'Case file');
  try {
    await engine.call('case.create', { folder: join(folder, 'A.holdfast'), title: 'A title\nin two lines: é' });
    await engine.call('items.import', { paths: [wacz, join(folder, 'تقرير 100%.txt')] });
    await engine.call('export.create', { out });
    expect((await engine.call('casefile.verify', { path: out })).findings).toEqual([]);
  } finally {
    await engine.close();
  }
  const report = await checkBagit(out);
  expect(report).toMatchObject({ findings: [], warnings: [] });
  expect(report.payload.map(({ name }) => name)).toEqual(['manifest-sha256.txt', 'manifest-sha512.txt']);
  for (const algorithm of ['sha256', 'sha512'])
    await promisify(execFile)(`${algorithm}sum`, ['-c', '--strict', '--quiet', `tagmanifest-${algorithm}.txt`, `manifest-${algorithm}.txt`], { cwd: out });
  const archives = [...report.payload[0]!.sums.keys()].filter((path) => path.endsWith('.wacz'));
  expect(archives).toHaveLength(1);
  expect((await checkWacz(join(out, archives[0]!))).findings).toEqual([]);
  expect((await readFile(join(out, archives[0]!))).equals(await readFile(wacz))).toBe(true);
}); // prettier-ignore
