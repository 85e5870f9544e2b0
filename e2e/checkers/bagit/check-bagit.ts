/** A checker of bags written from RFC 8493 alone: it shares no line with the code that makes them. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { reporter, type Finding } from '../finding.ts';
import { readDeclaration, type Declaration } from './declaration.ts';
import { checkFetch } from './fetch-file.ts';
import { readManifest, type Manifest } from './manifest-file.ts';
import { checkNames } from './path-rules.ts';
import { readTags } from './tag-file.ts';

export type BagReport = {
  /** What makes it no valid bag (section 3). */
  findings: Finding[];
  /** What is allowed and troubles somebody all the same (section 6). */
  warnings: Finding[];
  payload: Manifest[];
  tags: Map<string, string[]>;
};

export type Bag = Omit<BagReport, 'payload' | 'tags'> & { folder: string; files: string[]; declaration: Declaration };

/** Everything wrong with the bag in a folder, by RFC 8493 for version 1.0 and by its forerunner for 0.93 to 0.97. */
export async function checkBagit(folder: string): Promise<BagReport> {
  const [findings, warnings]: [Finding[], Finding[]] = [[], []];
  const files = await filesUnder(folder, '', findings);
  const declaration = readDeclaration(files.includes('bagit.txt') ? await readFile(join(folder, 'bagit.txt')) : null, findings);
  const bag: Bag = { folder, files, declaration, findings, warnings };
  if (!(await isFolder(join(folder, 'data')))) reporter(findings, 'data')('payload-missing', 'section 2.1.2: there is no folder data');
  checkNames(files, '', bag);
  const payload = await manifests(bag, /^manifest-(\w+)\.txt$/);
  const tagManifests = await manifests(bag, /^tagmanifest-(\w+)\.txt$/);
  if (payload.length === 0) reporter(findings, folder)('manifest-missing', 'section 2.1.3: there is no payload manifest');
  checkPayload(bag, payload);
  checkTagManifests(bag, payload, tagManifests);
  await checkFetch(bag, payload);
  for (const manifest of [...payload, ...tagManifests]) await checkSums(bag, manifest);
  return { findings, warnings, payload, tags: await checkInfo(bag) };
}

async function filesUnder(folder: string, under: string, findings: Finding[]): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(folder, under), { withFileTypes: true })) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await filesUnder(folder, path, findings)));
    else if (entry.isFile()) files.push(path);
    else reporter(findings, path)('not-a-file', 'a bag holds files and folders only');
  }
  return files.sort();
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function manifests(bag: Bag, pattern: RegExp): Promise<Manifest[]> {
  const found: Manifest[] = [];
  for (const name of bag.files) {
    const algorithm = pattern.exec(name)?.[1];
    if (algorithm !== undefined) found.push(readManifest(bag, name, algorithm, await readFile(join(bag.folder, name))));
  }
  return found;
}

/** Section 3: all that is listed is there, and all that is there is listed, in version 1.0 in each manifest. */
function checkPayload(bag: Bag, manifests: Manifest[]): void {
  const present = new Set(bag.files);
  for (const { name, sums } of manifests) {
    const report = reporter(bag.findings, name);
    for (const path of sums.keys()) {
      if (!path.startsWith('data/')) report('manifest-path', `${path} does not lie under data/`);
      else if (!present.has(path)) report('file-missing', path);
    }
  }
  for (const path of bag.files.filter((one) => one.startsWith('data/'))) {
    const without = manifests.filter(({ sums }) => !sums.has(path)).map(({ name }) => name);
    if (without.length > 0 && (bag.declaration.isFinal || without.length === manifests.length))
      reporter(bag.findings, path)('file-unlisted', `not in ${without.join(', ')}`);
  }
}

/** Section 2.2.1. */
function checkTagManifests(bag: Bag, payload: Manifest[], tagManifests: Manifest[]): void {
  const present = new Set(bag.files);
  for (const { name, sums } of tagManifests) {
    const report = reporter(bag.findings, name);
    for (const path of sums.keys()) {
      if (path.startsWith('tagmanifest-')) report('tagmanifest-lists', `${path}: no tag manifest lists another`);
      if (path.startsWith('data/')) report('tagmanifest-lists', `${path} is payload`);
      if (!present.has(path)) report('file-missing', path);
    }
    if (bag.declaration.isFinal) for (const one of payload) if (!sums.has(one.name)) report('tagmanifest-incomplete', one.name);
    const others = bag.files.filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest-') && !sums.has(path));
    for (const path of others) reporter(bag.warnings, name)('tag-file-unlisted', path);
  }
}

async function checkSums({ folder, files, findings }: Bag, { name, algorithm, sums }: Manifest): Promise<void> {
  for (const [path, expected] of sums) {
    if (!files.includes(path)) continue;
    const hash = createHash(algorithm);
    for await (const chunk of createReadStream(join(folder, path))) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== expected.toLowerCase()) reporter(findings, path)('checksum', `not what ${name} says`);
  }
}

/** Section 2.2.2. */
async function checkInfo(bag: Bag): Promise<Map<string, string[]>> {
  if (!bag.files.includes('bag-info.txt')) return new Map();
  const report = reporter(bag.findings, 'bag-info.txt');
  const tags = readTags(await readFile(join(bag.folder, 'bag-info.txt')), bag.declaration, report);
  const oxums = tags.get('payload-oxum') ?? [];
  if (oxums.length > 1) report('oxum', 'Payload-Oxum stands there more than once');
  const payload = bag.files.filter((path) => path.startsWith('data/'));
  let bytes = 0;
  for (const path of payload) bytes += (await stat(join(bag.folder, path))).size;
  for (const oxum of oxums)
    if (oxum !== `${bytes}.${payload.length}`) report('oxum', `it says ${oxum}; there are ${bytes}.${payload.length}`);
  for (const date of tags.get('bagging-date') ?? []) if (!/^\d{4}-\d\d-\d\d$/.test(date)) report('bagging-date', date);
  return tags;
}
