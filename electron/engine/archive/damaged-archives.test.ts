import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toErrorData } from '#shared/errors.ts';
import { makeMembers, makeZip, pageRecord, smallSite } from '../testing/make-warc.ts';
import { indexArchive } from './index-archive.ts';

const list = '{"format":"json-pages-1.0"}\n{"url":"https://news.example/a","ts":"2018-11-14T09:00:00Z"}\n';

async function wholeArchives(): Promise<[string, Buffer][]> {
  const records = [...smallSite(), pageRecord('https://a.example/2', '<p>words</p>'.repeat(500))];
  const packed = Buffer.concat(await makeMembers(records, true));
  const plain = Buffer.concat(await makeMembers(records, false));
  const wacz = (name: string, warc: Buffer, compress: boolean) =>
    makeZip({ 'datapackage.json': '{"resources":[]}', [`archive/${name}`]: warc, 'pages/pages.jsonl': list }, compress);
  return [
    ['application/warc', packed],
    ['application/warc', plain],
    ['application/wacz+zip', await wacz('a.warc.gz', packed, false)],
    ['application/wacz+zip', await wacz('a.warc', plain, true)],
  ];
}

/** What can happen to a file on its way: a changed bit, an end that is missing, a stretch lost, bytes put in. Places are shares of the file. */
const harm = fc.record({
  kind: fc.constantFrom('bit', 'cut', 'loss', 'bytes'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 50 }),
});
type Harm = { kind: 'bit' | 'cut' | 'loss' | 'bytes'; at: number; bytes: Uint8Array };

function harmed(whole: Buffer, { kind, at, bytes }: Harm): Buffer {
  const place = Math.floor(at * whole.length);
  const [before, after] = [whole.subarray(0, place), whole.subarray(place)];
  if (kind === 'cut') return before;
  if (kind === 'loss') return Buffer.concat([before, after.subarray(bytes.length * 20)]);
  if (kind === 'bytes') return Buffer.concat([before, bytes, after]);
  const changed = Buffer.from(whole);
  if (changed.length > 0) changed[place]! ^= 1 << (bytes[0]! % 8);
  return changed;
}

it('law: whatever happened to an archive, reading it ends in pages and a list, or in a refusal that has words', async () => {
  const archives = await wholeArchives();
  const property = fc.asyncProperty(
    fc.constantFrom(...archives),
    fc.array(harm, { minLength: 1, maxLength: 5 }),
    async ([mediaType, whole], harms) => {
      const folder = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
      try {
        const path = join(folder, 'x');
        await writeFile(path, harms.reduce(harmed, whole));
        const { pages, problem } = await indexArchive({ path, folder, mediaType }, () => {});
        expect(pages.length <= 3 && (problem === null || problem !== '')).toBe(true);
      } catch (error) {
        expect(toErrorData(error).code).toBe('archive-unsafe');
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
  await fc.assert(property, { numRuns: 200 });
}, 60_000);
