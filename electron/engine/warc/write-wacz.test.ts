import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWacz } from './write-wacz.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'holdfast-wacz-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const pages = [{ id: 'p', url: 'https://site.example/', ts: '2018-10-03T09:00:00.123Z', title: 'Three graves', text: 'الرقة' }];

test('an independent zip tool reads it; the WARC is stored; every member is listed with its hash', async () => {
  const warcPath = join(folder, 'data.warc.gz');
  await writeFile(warcPath, Buffer.alloc(100_000, 1));
  const path = join(folder, 'a.wacz');
  await writeWacz({ path, warcPath, cdxj: ['b) 2 {}', 'a) 1 {}', 'a) 1 {}'], pages, title: 'Three graves', software: 'test', created: '2018-10-03T09:00:00.123Z' }); // prettier-ignore
  expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors detected');
  expect(execFileSync('unzip', ['-v', path, 'archive/*']).toString()).toMatch(/100000\s+Stored\s+100000/);
  const read = (name: string) => execFileSync('unzip', ['-p', path, name]);
  expect(read('indexes/index.cdxj').toString()).toBe('a) 1 {}\nb) 2 {}\n');
  expect(read('pages/pages.jsonl').toString().split('\n')[1]).toBe(JSON.stringify(pages[0]));
  const dataPackage = JSON.parse(read('datapackage.json').toString()) as { wacz_version: string; mainPageUrl: string; resources: { path: string; hash: string; bytes: number }[] }; // prettier-ignore
  expect(dataPackage).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', mainPageUrl: 'https://site.example/' });
  for (const { path: member, hash, bytes } of dataPackage.resources) {
    const content = read(member);
    expect([hash, bytes]).toEqual([`sha256:${createHash('sha256').update(content).digest('hex')}`, content.length]);
  }
  const digest = JSON.parse(read('datapackage-digest.json').toString()) as { hash: string };
  expect(digest.hash).toBe(`sha256:${createHash('sha256').update(read('datapackage.json')).digest('hex')}`);
});

test('a WARC that is not there is an error, not a zip without it', async () => {
  const job = { path: join(folder, 'b.wacz'), warcPath: join(folder, 'nothing'), cdxj: [], pages, title: '', software: '', created: '2018-10-03T09:00:00.123Z' }; // prettier-ignore
  await expect(writeWacz(job)).rejects.toThrow(/ENOENT/);
});
