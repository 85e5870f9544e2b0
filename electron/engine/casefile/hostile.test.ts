/** Case files made to do harm: refused with the reason, or named, and nothing is ever written. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { errorWords } from '#shared/error-words.ts';
import { toErrorData } from '#shared/errors.ts';
import { createExport } from '../export/create-export.ts';
import { readFiles, writeFiles, type BagFiles } from '../testing/bag-files.ts';
import { filledCase } from '../testing/filled-case.ts';
import { makeZip, type MadeEnd, type MadeEntry } from '../testing/make-zip.ts';
import { remanifest } from '../testing/remanifest.ts';
import { engineState, temporaryFolder } from '../testing/temporary-case.ts';
import { usualLimits } from './case-file-limits.ts';
import { openCaseFile } from './open-case-file.ts';
import { verifyCaseFile } from './verify-case-file.ts';

const verify = (path: string) => verifyCaseFile(engineState(), { path });
const never = new AbortController().signal;

let made: BagFiles | null = null;

/** A good case file as a folder, and the same as entries of a zip. */
async function good(): Promise<{ out: string; entries: MadeEntry[] }> {
  made ??= await make();
  const out = join(await temporaryFolder(), 'Case');
  await writeFiles(out, made);
  return { out, entries: made.map(([name, data]) => ({ name, data })) };
}

async function make(): Promise<BagFiles> {
  const { ctx } = await filledCase();
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip: false });
  return readFiles(out);
}

async function zipped(entries: readonly MadeEntry[], end: MadeEnd = {}, change = (bytes: Buffer) => bytes): Promise<string> {
  const path = join(await temporaryFolder(), 'from-elsewhere.zip');
  await writeFile(path, change(makeZip(entries, end)));
  return path;
}

/** Everything under a folder with its bytes' hash: equal before and after means that nothing was written. */
async function state(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const told = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return `${path} ${
      entry.isFile()
        ? createHash('sha256')
            .update(await readFile(path))
            .digest('hex')
        : ''
    }`;
  });
  return (await Promise.all(told)).sort();
}

/** The door refuses with this reason, in words that name the file, and leaves everything as it was. */
async function refused(path: string, problem: RegExp): Promise<void> {
  const before = await state(dirname(path));
  const error = await openCaseFile(path, never).then(
    (source) => (source.close(), null),
    (reason: unknown) => reason as { code: string; facts: Record<string, string> },
  );
  expect(error).toMatchObject({ code: 'casefile-invalid', facts: { path } });
  expect(error?.facts['problem']).toMatch(problem);
  expect(errorWords(toErrorData(error)).title).toContain(path);
  expect(await state(dirname(path))).toEqual(before);
}

const x = Buffer.from('x');
const long = (length: number) => 'n'.repeat(length);

/** Entries put beside those of a good case file; a check names each, the door refuses the whole. */
const named: [string, MadeEntry[], string, RegExp][] = [
  ['leads out', [{ name: '../evil.txt', data: x }], '../evil.txt', /leads out/],
  ['leads out from below', [{ name: 'data/../../evil.txt', data: x }], 'data/../../evil.txt', /leads out/],
  ['has a dot for a folder', [{ name: 'data/./evil.txt', data: x }], 'data/./evil.txt', /leads out/],
  ['is absolute', [{ name: '/etc/passwd', data: x }], '/etc/passwd', /absolute/],
  ['is a home folder', [{ name: '~/.bashrc', data: x }], '~/.bashrc', /absolute/],
  ['has a drive', [{ name: 'C:/evil.txt', data: x }], 'C:/evil.txt', /absolute/],
  ['has a drive without a slash', [{ name: 'c:evil.txt', data: x }], 'c:evil.txt', /absolute/],
  ['has backslashes', [{ name: '..\\evil.txt', data: x }], '..\\evil.txt', /backslash/],
  ['is a network share', [{ name: '\\\\host\\share\\x', data: x }], '\\\\host\\share\\x', /backslash/],
  ['names a second stream', [{ name: 'data/case.json:evil', data: x }], 'data/case.json:evil', /not every system/],
  ['is a device', [{ name: 'data/NUL.txt', data: x }], 'data/NUL.txt', /device/],
  ['ends in a dot', [{ name: 'data/evil.', data: x }], 'data/evil.', /dot or a space/],
  ['has a line break', [{ name: 'data/a\nb', data: x }], 'data/a\nb', /control character/],
  ['is not UTF-8', [{ name: Buffer.from('646174612f66fc72', 'hex'), data: x }], 'data/f\ufffdr', /control character|UTF-8/],
  ['has a zero character', [{ name: 'data/a\0b', data: x }], 'data/a\0b', /zero/],
  ['has a very long part', [{ name: `data/${long(300)}`, data: x }], `data/${long(300)}`, /longer than 255/],
  ['is very long', [{ name: `data${`/${long(200)}`.repeat(10)}`, data: x }], `data${`/${long(200)}`.repeat(10)}`.slice(0, 1024), /longer than 1024/],
  ['is a link', [{ name: 'data/link', data: Buffer.from('/etc/passwd'), mode: 0o120777 }], 'data/link', /link/],
  ['is there twice', [{ name: 'README.txt', data: x }], 'README.txt', /twice/],
  ['is there twice by case', [{ name: 'readme.TXT', data: x }], 'readme.TXT', /twice/],
  ['is there twice by special case', [{ name: 'data/straße', data: x }, { name: 'data/STRASSE', data: x }], 'data/STRASSE', /twice/],
  ['is there twice by normalisation', [{ name: 'data/caf\u00e9', data: x }, { name: 'data/cafe\u0301', data: x }], 'data/cafe\u0301', /twice/],
  ['is a file and a folder', [{ name: 'data/case.json/x', data: x }], 'data/case.json/x', /name of its folder/],
  ['is a folder and a file', [{ name: 'data/journal', data: x }], 'data/journal', /folder has the same name/],
  ['is a folder that leads out', [{ name: '../evil/', data: Buffer.alloc(0) }], '../evil/', /leads out/],
  ['is locked', [{ name: 'data/locked', data: x, packed: true, listed: { flags: 0x801 } }], 'data/locked', /password/],
  ['is locked in its own head', [{ name: 'data/locked', data: x, local: { flags: 0x801 } }], 'data/locked', /password/],
  ['has two names', [{ name: 'data/a', data: x, local: { name: 'data/b' } }], 'data/a', /two names/],
  ['has two sizes', [{ name: 'data/a', data: x, local: { size: 2 } }], 'data/a', /two sizes/],
  ['is packed in two ways', [{ name: 'data/a', data: x, local: { method: 8 } }], 'data/a', /two ways/],
  ['lies nowhere', [{ name: 'data/a', data: x, listed: { offset: 7 } }], 'data/a', /not where the zip says/],
]; // prettier-ignore

describe('an entry of a zip that', () => {
  test.each(named)('%s is named by the check and refused at the door', async (_, extra, subject, problem) => {
    const { entries } = await good();
    const path = await zipped([...entries, ...extra]);
    await refused(path, problem);
    const { findings } = await verify(path);
    const told = findings.filter(({ code }) => code === 'bag-path');
    expect(told).toMatchObject([{ subject, facts: { problem: expect.stringMatching(problem) as string } }]);
  });
});

const kilobytes = Buffer.alloc(64 * 1024);

/** Whole zips that are refused, by the check as well. */
const whole: [string, (entries: MadeEntry[]) => Promise<string>, RegExp][] = [
  ['that would unpack to far more than itself', (entries) => zipped([...entries, { name: 'data/zeros', data: Buffer.alloc(200_000_000), packed: true }]), /unpack to \d+ times/],
  ['that is said to unpack to more than any disk holds', (entries) => zipped([...entries, { name: 'data/a', data: x, packed: true, zip64: { size: 2n ** 50n, packedSize: 3n } }]), /more than \d+ bytes/],
  ['whose entry is said to be longer than the zip', (entries) => zipped([...entries, { name: 'data/a', data: x, zip64: { size: 2n ** 33n, packedSize: 2n ** 33n } }]), /unpack to|also those of another/],
  ['with a size that no number holds', (entries) => zipped([...entries, { name: 'data/a', data: x, zip64: { size: 2n ** 63n, packedSize: 1n } }]), /cannot be read/],
  ['whose entries lie over one another', overlapped, /also those of another/],
  ['that counts fewer entries than it lists', (entries) => zipped(entries, { entries: entries.length - 1 }), /lists more files/],
  ['that counts more entries than it lists', (entries) => zipped(entries, { entries: entries.length + 1 }), /cannot be read/],
  ['whose list lies elsewhere', (entries) => zipped(entries, { listOffset: 5 }), /cannot be read/],
  ['that is cut off', (entries) => zipped(entries, {}, (bytes) => bytes.subarray(0, bytes.length - 300)), /cannot be read/],
  ['that has something behind its end', (entries) => zipped(entries, {}, (bytes) => Buffer.concat([bytes, x])), /cannot be read/],
  ['that is none', () => zipped([], {}, () => Buffer.from('not a zip')), /cannot be read/],
  ['that is empty', () => zipped([], {}, () => Buffer.alloc(0)), /cannot be read/],
  ['that holds no bag', () => zipped([{ name: 'a.txt', data: x }]), /no bagit.txt/],
  ['with two bags', (entries) => zipped(entries.flatMap((entry) => ['one', 'two'].map((top) => ({ ...entry, name: `${top}/${String(entry.name)}` })))), /no bagit.txt/],
  ['of folders within folders', (entries) => zipped([...entries, { name: `data/${'d/'.repeat(100)}x`, data: x }]), /deep/],
  ['of 100,000 tiny files', (entries) => zipped([...entries, ...Array.from({ length: 100_000 }, (_, at) => ({ name: `data/t/${at}`, data: x }))]), /holds 20000 files and more, of \d+ bytes/],
]; // prettier-ignore

/** Two entries of which the second lies within the first, each with a true head. */
async function overlapped(entries: MadeEntry[]): Promise<string> {
  const inner = makeZip([{ name: 'data/inner', data: x }]).subarray(0, 30 + 10 + 1);
  const before = makeZip(entries).length;
  const start = entries.reduce((sum, { name, data }) => sum + 30 + Buffer.byteLength(name) + data.length, 0);
  expect(before).toBeGreaterThan(start);
  const outer: MadeEntry = { name: 'data/outer', data: Buffer.concat([inner, kilobytes]) };
  const listed = { offset: start + 30 + 10 };
  // Its own bytes stand at the end, unread: the list points into the other one.
  return zipped([...entries, outer, { name: 'data/inner', data: x, listed }]);
}

describe('a zip', () => {
  test.each(whole)('%s is refused', async (_, make, problem) => {
    const { entries } = await good();
    const path = await make(entries);
    await refused(path, problem);
    await expect(verify(path)).rejects.toMatchObject({ code: 'casefile-invalid' });
  });

  test('within a zip is bytes like any: however deep, it is never unpacked', async () => {
    const { entries } = await good();
    let bomb: Buffer = gzipSync(Buffer.alloc(20_000_000));
    for (let depth = 0; depth < 10; depth += 1) bomb = makeZip([{ name: 'in.zip', data: bomb, packed: true }]);
    const memory = process.memoryUsage.rss();
    const { findings } = await verify(await zipped([...entries, { name: 'data/in.zip', data: bomb }]));
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual(['bag-unlisted data/in.zip']);
    expect(process.memoryUsage.rss() - memory).toBeLessThan(300_000_000);
  });

  test('whose bytes are more than it says stops at what it says', async () => {
    const { entries } = await good();
    const data = Buffer.alloc(5_000_000);
    const path = await zipped([...entries, { name: 'data/a', data, packed: true, listed: { size: 10 }, local: { size: 10 } }]);
    const { findings } = await verify(path);
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toContain('bag-unreadable data/a');
  });

  test('made by our export passes the door', async () => {
    const { ctx } = await filledCase();
    const out = join(await temporaryFolder(), 'Case.zip');
    await createExport(ctx, { out, zip: true });
    const source = await openCaseFile(out, never);
    expect(source.files.size).toBeGreaterThan(50);
    source.close();
  });
});

const folders: [string, (out: string) => Promise<unknown>, string, RegExp][] = [
  ['a link to a file', (out) => symlink('/etc/hostname', join(out, 'data/link')), 'data/link', /link/],
  ['a link to a folder', (out) => symlink('/etc', join(out, 'data/etc')), 'data/etc', /link/],
  ['a link that leads nowhere', (out) => symlink('/nowhere', join(out, 'nowhere')), 'nowhere', /link/],
  ['a pipe', async (out) => execFileSync('mkfifo', [join(out, 'data/pipe')]), 'data/pipe', /not a file/],
  ['a name with a backslash', (out) => writeFile(join(out, 'data/..\\evil'), 'x'), 'data/..\\evil', /backslash/],
  ['a name with a colon', (out) => writeFile(join(out, 'data/case.json:evil'), 'x'), 'data/case.json:evil', /not every system/],
  ['a device', (out) => writeFile(join(out, 'data/aux'), 'x'), 'data/aux', /device/],
  ['a name with a line break', (out) => writeFile(join(out, 'data/a\nb'), 'x'), 'data/a\nb', /control/],
]; // prettier-ignore

describe('a folder with', () => {
  test.each(folders)('%s is named by the check and refused at the door', async (_, change, subject, problem) => {
    const { out } = await good();
    await change(out);
    const told = (await verify(out)).findings.filter(({ code }) => code === 'bag-path');
    expect(told).toMatchObject([{ subject, facts: { problem: expect.stringMatching(problem) as string } }]);
    await expect(openCaseFile(out, never)).rejects.toMatchObject({
      code: 'casefile-invalid',
      facts: { path: out, problem: expect.stringMatching(problem) as string },
    });
  });

  test.each([
    ['case', 'data/Case.JSON', 'data/case.json'],
    ['normalisation', 'data/caf\u00e9', 'data/cafe\u0301'],
  ])('two names that differ by %s only', async (_, one, other) => {
    const { out } = await good();
    for (const name of [one, other]) await writeFile(join(out, name), await readFile(join(out, 'data/case.json')));
    await expect(openCaseFile(out, never)).rejects.toMatchObject({ facts: { problem: expect.stringMatching(/twice/) as string } });
  });

  test('tiny files without end is refused after the first of them', async () => {
    const { out } = await good();
    for (let folder = 0; folder < 21; folder += 1) {
      mkdirSync(join(out, `data/t${folder}`));
      for (let file = 0; file < 1000; file += 1) writeFileSync(join(out, `data/t${folder}/${file}`), '');
    }
    await expect(openCaseFile(out, never)).rejects.toMatchObject({
      code: 'casefile-invalid',
      facts: { problem: expect.stringMatching(/holds 20000 files and more, of \d+ bytes/) as string },
    });
  }, 60_000);

  test('folders within folders without end', async () => {
    const { out } = await good();
    await mkdir(join(out, 'data', 'd/'.repeat(60)), { recursive: true });
    await expect(verify(out)).rejects.toMatchObject({ facts: { problem: expect.stringMatching(/deep/) as string } });
  });

  test('no bag in it', async () => {
    await expect(verify(await temporaryFolder())).rejects.toMatchObject({ code: 'casefile-invalid' });
    await expect(verify('/nowhere/at/all')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('limits are those that were asked for', async () => {
  const { out, entries } = await good();
  for (const path of [out, await zipped(entries)]) {
    await expect(openCaseFile(path, never, { ...usualLimits, files: 20 })).rejects.toMatchObject({
      facts: { problem: 'it holds more than 20 files' },
    });
    await expect(openCaseFile(path, never, { ...usualLimits, bytes: 1000 })).rejects.toMatchObject({
      facts: { problem: 'its files have more than 1000 bytes together' },
    });
  }
});

test('a heap of files that manifests list and nothing explains is told in bounded words', async () => {
  const { out } = await good();
  for (let file = 0; file < 1500; file += 1) writeFileSync(join(out, `data/${file}.bin`), 'x');
  await remanifest(out);
  const { findings } = await verify(out);
  expect(findings).toHaveLength(1001);
  expect(findings.at(-1)).toMatchObject({ code: 'more-findings', subject: 'casefile-content', facts: { count: 500 } });
});

test('wrong counts: of the bag, of the case, of the journal', async () => {
  const { out } = await good();
  const copy = async (path: string, from: RegExp, to: string, isManifested: boolean) => {
    const folder = join(await temporaryFolder(), 'Case');
    await cp(out, folder, { recursive: true });
    const text = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), text.replace(from, to));
    if (isManifested) await remanifest(folder);
    return (await verify(folder)).findings.map(({ code, subject }) => `${code} ${subject}`);
  };
  expect(await copy('bag-info.txt', /Payload-Oxum: \d+/, 'Payload-Oxum: 1', false)).toEqual(['bag-altered bag-info.txt']);
  expect(await copy('data/case.json', /"items": \d+/, '"items": 9', true)).toEqual(['casefile-content data/case.json']);
  expect(await copy('data/case.json', /"entries": \d+/, '"entries": 3', true)).toEqual(['casefile-content data/case.json']);
});
