import { appendFile, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingWords } from '#shared/finding-words.ts';
import { createExport } from '../export/create-export.ts';
import { flipBit } from '../testing/tamper.ts';
import { readFiles, writeFiles, type BagFiles } from '../testing/bag-files.ts';
import { makeZip } from '../testing/make-zip.ts';
import { filledCase, type FilledCase } from '../testing/filled-case.ts';
import { remanifest } from '../testing/remanifest.ts';
import { engineState, temporaryFolder } from '../testing/temporary-case.ts';
import { sha256Of } from '../verify/check-chain.ts';
import { createHash } from 'node:crypto';
import { verifyCaseFile } from './verify-case-file.ts';

const verify = (path: string) => verifyCaseFile(engineState(), { path });
async function codesOf(path: string): Promise<string[]> {
  const { findings } = await verify(path);
  for (const finding of findings) expect(findingWords(finding).title).not.toContain('unknown');
  return findings.map((finding) => finding.code);
}

type Bag = FilledCase & { out: string };

let made: { files: BagFiles; filled: FilledCase } | null = null;

/** A case file of its own for each test, copied from one that was exported once. */
async function copiedBag(): Promise<Bag> {
  made ??= await make();
  const out = join(await temporaryFolder(), 'Case');
  await writeFiles(out, made.files);
  return { ...made.filled, out };
}

async function make(): Promise<NonNullable<typeof made>> {
  const { out, ...filled } = await bagged();
  return { filled, files: await readFiles(out) };
}

async function bagged(zip = false): Promise<Bag> {
  const filled = await filledCase();
  const out = join(await temporaryFolder(), zip ? 'Case.zip' : 'Case');
  await createExport(filled.ctx, { out, zip });
  return { ...filled, out };
}

async function edit(out: string, path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(out, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(out, path), after);
}

test.each([false, true])('export, then verify, finds nothing and counts everything (zip: %s)', async (zip) => {
  const { out } = await bagged(zip);
  const report = await verify(out);
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ title: 'Test case', checked: { passages: 1, claims: 1, journalEntries: 14 } });
});

test('a renamed zip, and one without a folder round the bag, verify as well', async () => {
  const { out } = await bagged(true);
  await rename(out, `${out}.renamed`);
  expect(await codesOf(`${out}.renamed`)).toEqual([]);
  const folder = await bagged();
  expect(await codesOf(await zipped(await readFiles(folder.out)))).toEqual([]);
});

/** One change each, with the manifests left as they were. */
const plain: [string, string[], (bag: Bag) => Promise<unknown>][] = [
  [
    'a flipped bit in an original',
    ['bag-altered'],
    async ({ out, itemId }) => {
      const path = join(out, 'data/items', itemId, 'original-a.txt');
      await writeFile(path, flipBit(await readFile(path), 9));
    },
  ],
  ['an edited claim', ['bag-altered'], ({ out }) => edit(out, 'data/claims/claims.json', (text) => text.replace('1236', '1238'))],
  ['an edited report', ['bag-altered'], ({ out }) => edit(out, 'data/report/report.html', (text) => text.replace('1,236', '1,238'))],
  [
    'an edited journal',
    ['bag-altered'],
    ({ out }) => edit(out, 'data/journal/journal.jsonl', (text) => text.replace('kept by mistake', 'kept by mistbke')),
  ],
  ['an edited README', ['bag-altered'], ({ out }) => edit(out, 'README.txt', (text) => text.replace('Test', 'Tist'))],
  ['an edited bag-info', ['bag-altered'], ({ out }) => edit(out, 'bag-info.txt', (text) => text.replace('Test', 'Tist'))],
  ['a file taken out', ['bag-missing'], ({ out, itemId }) => rm(join(out, 'data/items', itemId, 'text-a.canonical.txt'))],
  ['an item.json taken out', ['bag-missing'], ({ out, itemId }) => rm(join(out, 'data/items', itemId, 'item.json'))],
  ['a manifest taken out', ['bag-missing'], ({ out }) => rm(join(out, 'manifest-sha512.txt'))],
  ['a tag manifest taken out', ['bag-manifest'], ({ out }) => rm(join(out, 'tagmanifest-sha256.txt'))],
  ['a file put in', ['bag-unlisted'], ({ out }) => writeFile(join(out, 'data/extra.txt'), 'x')],
  ['a file put in beside data/', ['bag-unlisted'], ({ out }) => writeFile(join(out, 'extra.txt'), 'x')],
  [
    'an edited manifest',
    ['bag-altered'],
    ({ out }) => edit(out, 'manifest-sha256.txt', (text) => text.replace(/^./, (c) => (c === '0' ? '1' : '0'))),
  ],
  [
    'an edited tag manifest',
    ['bag-manifest'],
    ({ out }) => edit(out, 'tagmanifest-sha512.txt', (text) => text.replace(/^./, (c) => (c === '0' ? '1' : '0'))),
  ],
  ['a link', ['bag-path'], ({ out }) => symlink('/etc/hostname', join(out, 'data/link'))],
];

/** One change each, with all manifests made anew: only the content can tell. */
const hidden: [string, string[], (bag: Bag) => Promise<unknown>][] = [
  ['an edited claim', ['casefile-content'], ({ out }) => edit(out, 'data/claims/claims.json', (text) => text.replace('1236', '1238'))],
  [
    'an edited party',
    ['casefile-content'],
    ({ out }) => edit(out, 'data/claims/parties.json', (text) => text.replace('Committee', 'Committed')),
  ],
  [
    'another stance',
    ['casefile-content', 'casefile-content'],
    ({ out }) => edit(out, 'data/claims/evidence.json', (text) => text.replace('"states"', '"contradicts"')),
  ],
  [
    'a claim taken out',
    ['casefile-content', 'casefile-content', 'casefile-content'],
    ({ out }) => writeFile(join(out, 'data/claims/claims.json'), '[]'),
  ],
  ['claims that are no JSON', ['casefile-content'], ({ out }) => writeFile(join(out, 'data/claims/incidents.json'), '[')],
  [
    'an edited annotation',
    ['casefile-content'],
    ({ out }) => edit(out, 'data/annotations/passages.jsonld', (text) => text.replace('the figure', 'the fugure')),
  ],
  [
    'an edited title',
    ['casefile-content'],
    ({ out, other }) => edit(out, `data/items/${other}/item.json`, (text) => text.replace('"title": "School"', '"title": "Church"')),
  ],
  [
    'an edited note',
    ['casefile-content'],
    ({ out, other }) => edit(out, `data/items/${other}/item.json`, (text) => text.replace('The school', 'The church')),
  ],
  [
    'another original',
    ['casefile-content'],
    ({ out, itemId }) => writeFile(join(out, `data/items/${itemId}/original-a.txt`), 'other words'),
  ],
  [
    'another text under a passage',
    ['casefile-content'],
    ({ out, itemId }) => edit(out, `data/items/${itemId}/text-a.canonical.txt`, (text) => text.replace('1,236', '1,238')),
  ],
  [
    'a whole item taken out',
    ['casefile-content', 'casefile-content'],
    ({ out, other }) => rm(join(out, 'data/items', other), { recursive: true }),
  ],
  ['a file slipped in', ['casefile-content'], ({ out }) => writeFile(join(out, 'data/extra.html'), 'x')],
  [
    'a line of the journal edited',
    ['journal-broken'],
    ({ out }) => edit(out, 'data/journal/journal.jsonl', (text) => text.replace('kept by mistake', 'kept by mistbke')),
  ],
  [
    'a line of the journal taken out',
    ['journal-gap'],
    ({ out }) =>
      edit(out, 'data/journal/journal.jsonl', (text) =>
        text
          .split('\n')
          .filter((_, index) => index !== 4)
          .join('\n'),
      ),
  ],
  [
    'the journal cut short',
    ['seal-beyond', 'casefile-content', 'casefile-content', 'casefile-content'],
    ({ out }) => edit(out, 'data/journal/journal.jsonl', (text) => text.split('\n').slice(0, -3).join('\n') + '\n'),
  ],
  ['an empty journal', ['journal-empty'], ({ out }) => writeFile(join(out, 'data/journal/journal.jsonl'), '')],
  ['a line that is no JSON', ['journal-broken'], ({ out }) => appendFile(join(out, 'data/journal/journal.jsonl'), 'x\n')],
  ['another case', ['casefile-content'], ({ out }) => edit(out, 'data/case.json', (text) => text.replace('Test case', 'Tist case'))],
  ['other counts', ['casefile-content'], ({ out }) => edit(out, 'data/case.json', (text) => text.replace('"claims": 1', '"claims": 2'))],
  ['a picture slipped in', ['casefile-content'], ({ out }) => writeFile(join(out, 'data/report/E-009.1.jpg'), 'x')],
  [
    'a picture that the report shows and that is not there',
    ['casefile-content'],
    ({ out }) => edit(out, 'data/report/report.html', (text) => text.replace('</main>', '<img src="E-001.1.jpg" /></main>')),
  ],
  ['an edited verify.html', ['verify-page'], ({ out }) => edit(out, 'verify.html', (text) => text.replace('do not hold', 'hold'))],
  ['another BagIt', ['bag-declaration'], ({ out }) => edit(out, 'bagit.txt', (text) => text.replace('1.0', '0.9'))],
];

describe('a changed case file is found out', () => {
  test.each(plain)('%s', async (_, expected, change) => {
    const bag = await copiedBag();
    await change(bag);
    expect(await codesOf(bag.out)).toEqual(expected);
  });

  test.each(hidden)('%s, with the manifests made anew', async (_, expected, change) => {
    const bag = await copiedBag();
    await change(bag);
    await remanifest(bag.out);
    expect(await codesOf(bag.out)).toEqual(expected);
  });

  test('a wrong oxum', async () => {
    const { out } = await bagged();
    await edit(out, 'bag-info.txt', (text) => text.replace(/Payload-Oxum: (\d+)/, 'Payload-Oxum: 1$1'));
    expect(await codesOf(out)).toEqual(['bag-altered']);
    const info = await readFile(join(out, 'bag-info.txt'));
    for (const algorithm of ['sha256', 'sha512']) {
      await edit(out, `tagmanifest-${algorithm}.txt`, (text) =>
        text.replace(/^\w+(?= {2}bag-info)/m, createHash(algorithm).update(info).digest('hex')),
      );
    }
    expect(await codesOf(out)).toEqual(['bag-oxum']);
  });

  test('nothing is changed by looking', async () => {
    const { out } = await bagged();
    const before = sha256Of(JSON.stringify(await readdir(out, { recursive: true })));
    await verify(out);
    expect(sha256Of(JSON.stringify(await readdir(out, { recursive: true })))).toBe(before);
  });
});

async function zipped(files: BagFiles): Promise<string> {
  const path = join(await temporaryFolder(), 'bag.zip');
  await writeFile(path, makeZip(files.map(([name, data]) => ({ name, data }))));
  return path;
}

test('cancelled, it stops', async () => {
  const { out } = await bagged();
  const engine = engineState();
  const running = verifyCaseFile(engine, { path: out, jobId: 'v' });
  engine.jobs.cancel('v');
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
});
