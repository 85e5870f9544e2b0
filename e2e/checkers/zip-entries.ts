import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import yauzl, { type ZipFile } from 'yauzl';
import { reporter, type Finding } from './finding.ts';

/** One file in a zip: its bytes unpacked, and how they were stored (0 STORE, 8 DEFLATE). */
export type ZipEntry = { name: string; method: number; data: Buffer };

/** Reads a zip whole, by yauzl, with check sums verified. */
export async function zipEntries(path: string): Promise<ZipEntry[]> {
  const zip = await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(path, { lazyEntries: true, autoClose: false });
  const entries: ZipEntry[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry: yauzl.Entry) => {
        readEntry(zip, entry).then((data) => {
          entries.push({ name: entry.fileName, method: entry.compressionMethod, data });
          zip.readEntry();
        }, reject);
      });
      zip.readEntry();
    });
  } finally {
    zip.close();
  }
  return entries;
}

async function readEntry(zip: ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const listInPython = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as file:
    bad = file.testzip()
    if bad: sys.exit('check sum of ' + bad)
    for one in file.infolist(): print(one.compress_type, one.filename)`;

/** Info-ZIP and Python must read the same files in the same way; each checks every sum itself. */
export async function checkWithTools(path: string, entries: ZipEntry[], findings: Finding[]): Promise<void> {
  const wanted = entries.map(({ name, method }) => `${method} ${name}`).sort();
  await tool('unzip -t', ['unzip', '-tqq', path], findings);
  const names = await tool('zipinfo', ['zipinfo', '-1', path], findings);
  if (
    names !== null &&
    lines(names).join('\n') !==
      entries
        .map(({ name }) => name)
        .sort()
        .join('\n')
  )
    reporter(findings, 'zipinfo')('zip-tools', `lists ${lines(names).join(', ')}`);
  const listed = await tool('python zipfile', ['python3', '-c', listInPython, path], findings);
  if (listed !== null && lines(listed).join('\n') !== wanted.join('\n'))
    reporter(findings, 'python zipfile')('zip-tools', `lists ${lines(listed).join(', ')}`);
}

const lines = (output: string) => output.split('\n').filter(Boolean).sort();

async function tool(what: string, [program = '', ...args]: string[], findings: Finding[]): Promise<string | null> {
  try {
    return (await promisify(execFile)(program, args, { maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    const { stderr, stdout, message } = error as { stderr?: string; stdout?: string; message: string };
    reporter(findings, what)('zip-tools', [message, stdout, stderr].filter(Boolean).join(' ').trim());
    return null;
  }
}
