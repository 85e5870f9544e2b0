import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WACZ } from '@harvard-lil/js-wacz';
import { WARCRecord, WARCSerializer } from 'warcio';

/** One archived answer. `title` makes it a page of the archive's list. */
export type Archived = { url: string; at: string; type: string; body: string | Buffer; status?: number; title?: string };

/** A WARC 1.1 with one gzip member a record. */
export async function makeWarc(answers: readonly Archived[]): Promise<Buffer> {
  const members: Uint8Array[] = [];
  for (const { url, at, type, body, status = 200 } of answers) {
    const bytes = Buffer.from(body);
    const httpHeaders = { 'Content-Type': type, 'Content-Length': String(bytes.length) };
    const statusline = `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Other'}`;
    const record = WARCRecord.create({ url, date: at, type: 'response', warcVersion: 'WARC/1.1', httpHeaders, statusline }, [bytes]);
    members.push(await WARCSerializer.serialize(record, { gzip: true }));
  }
  return Buffer.concat(members);
}

/** The same in a WACZ, written by js-wacz, which knows nothing of Holdfast. */
export async function makeWacz(answers: readonly Archived[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-wacz-'));
  try {
    const input = join(folder, 'data.warc.gz');
    const output = join(folder, 'archive.wacz');
    await writeFile(input, await makeWarc(answers));
    const quiet = { trace() {}, debug() {}, info() {}, log() {}, warn() {}, error() {} };
    const archive = new WACZ({ input, output, log: quiet });
    for (const { url, at, title } of answers) if (title !== undefined) archive.addPage(url, title, at);
    await archive.process(false);
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
