import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { cdxjFile } from './cdxj.ts';

export type WaczPage = { id: string; url: string; ts: string; title: string; text: string };

export type WaczJob = {
  /** Where the file is to be; it must not be there. */
  path: string;
  warcPath: string;
  cdxj: readonly string[];
  /** The first is the main page. */
  pages: readonly WaczPage[];
  title: string;
  software: string;
  created: string;
};

type Member = { name: string; bytes: Buffer } | { name: string; path: string };

/**
 * Packs a WARC as WACZ 1.1.1 (specs.webrecorder.net, sections 5 and 6): archive, index, pages with their text, a data
 * package that lists every member with its hash, and the digest of that list. The WARC is stored, not compressed again.
 */
export async function writeWacz(job: WaczJob): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(job.path, { flags: 'wx', mode: 0o600 }));
  // A member that cannot be read any more ends the whole.
  zip.once('error', (error) => zip.outputStream.emit('error', error));
  try {
    const members: Member[] = [
      { name: 'archive/data.warc.gz', path: job.warcPath },
      { name: 'indexes/index.cdxj', bytes: Buffer.from(cdxjFile(job.cdxj), 'utf8') },
      { name: 'pages/pages.jsonl', bytes: Buffer.from(pagesFile(job.pages), 'utf8') },
    ];
    const resources = [];
    for (const member of members) {
      resources.push(await describe(member));
      add(zip, member, job.created);
    }
    const [main] = job.pages;
    const dataPackage = json({
      profile: 'data-package',
      wacz_version: '1.1.1',
      title: job.title,
      software: job.software,
      created: job.created,
      ...(main === undefined ? {} : { mainPageUrl: main.url, mainPageDate: main.ts }),
      resources,
    });
    add(zip, { name: 'datapackage.json', bytes: dataPackage }, job.created);
    const digest = json({ path: 'datapackage.json', hash: hashOf(dataPackage) });
    add(zip, { name: 'datapackage-digest.json', bytes: digest }, job.created);
    zip.end();
  } catch (error) {
    zip.outputStream.emit('error', error);
    await written.catch(() => undefined);
    throw error;
  }
  await written;
}

function add(zip: ZipFile, member: Member, created: string): void {
  const options = { compress: !member.name.startsWith('archive/'), mtime: new Date(created), mode: 0o100644 };
  if ('path' in member) zip.addFile(member.path, member.name, options);
  else zip.addBuffer(member.bytes, member.name, options);
}

async function describe(member: Member): Promise<{ name: string; path: string; hash: string; bytes: number }> {
  const name = member.name.slice(member.name.lastIndexOf('/') + 1);
  if ('bytes' in member) return { name, path: member.name, hash: hashOf(member.bytes), bytes: member.bytes.length };
  const hash = createHash('sha256');
  await pipeline(createReadStream(member.path), hash);
  return { name, path: member.name, hash: `sha256:${hash.digest('hex')}`, bytes: (await stat(member.path)).size };
}

function pagesFile(pages: readonly WaczPage[]): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true };
  return [head, ...pages].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function hashOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}
