import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeMembers, pageRecord, smallSite, type TestRecord } from '../testing/make-warc.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import type { BadRecord } from './archive-model.ts';
import { indexArchive } from './index-archive.ts';

type Report = {
  bad: { counts: Record<string, number>; records: BadRecord[]; leftOut: number };
  records: { byType: Record<string, number>; digests: object };
};

async function index(bytes: Uint8Array) {
  const folder = await temporaryFolder();
  const path = join(folder, 'x');
  await writeFile(path, bytes);
  const indexed = await indexArchive({ path, folder, mediaType: 'application/warc' }, () => {});
  return { ...indexed, report: JSON.parse(await readFile(join(folder, 'archive-records.json'), 'utf8')) as Report };
}
const three = [1, 2, 3].map((number) => pageRecord(`https://a.example/${number}`, `<p>page ${number}</p>`.repeat(50)));
const join3 = (members: Buffer[]) => Buffer.concat(members);
const offsetOf = (members: Buffer[], which: number) => members.slice(0, which).reduce((sum, { length }) => sum + length, 0);

describe.each([true, false])('gzip %s: a WARC of warcio', (gzip) => {
  it('is read whole; every digest holds and is told', async () => {
    const indexed = await index(join3(await makeMembers(three, gzip)));
    expect(indexed).toMatchObject({ kind: 'WARC/1.1', bad: 0, problem: null, facts: { software: 'Maker of tests 1.0', digestsHold: 3 } });
    expect(indexed.pages).toHaveLength(3);
    expect(indexed.report).toMatchObject({ records: { byType: { warcinfo: 1, response: 3 } }, bad: { counts: {}, leftOut: 0 } });
  });

  it('in version 1.0 with other digests is read alike', async () => {
    const digests = [
      { algo: 'sha-1', prefix: 'sha1:', base32: true },
      { algo: 'sha-256', prefix: 'sha256:', base32: true },
      { algo: 'sha-256', prefix: 'sha-256:', base32: false },
    ];
    const records = three.map((record, at): TestRecord => ({ ...record, warcVersion: 'WARC/1.0', digest: digests[at]! }));
    expect(await index(join3((await makeMembers(records, gzip)).slice(1)))).toMatchObject({
      kind: 'WARC/1.0',
      bad: 0,
      facts: { digestsHold: 3 },
    });
  });

  it('cut off in the middle of a record keeps what came before and names the cut', async () => {
    const members = await makeMembers(three, gzip);
    const cut = join3(members).subarray(0, offsetOf(members, 3) + Math.floor(members[3]!.length * 0.8));
    const indexed = await index(cut);
    expect(indexed.pages).toHaveLength(2);
    expect(indexed.report.bad.records).toMatchObject([{ reason: 'truncated', offset: offsetOf(members, 3) }]);
  });

  it('with garbage between records goes on behind it', async () => {
    const members = await makeMembers(three, gzip);
    const garbage = Buffer.from('\u0000\u0001 this is no record \u001f\u008b\u0008\u0000 nor this\r\n', 'latin1');
    const indexed = await index(join3([...members.slice(0, 2), garbage, ...members.slice(2)]));
    expect(indexed.pages).toHaveLength(3);
    expect(indexed.report.bad.records).toMatchObject([
      { reason: 'garbage', offset: offsetOf(members, 2), detail: `${garbage.length} bytes` },
    ]);
  });

  it('whose record states a digest that is not its own is told, and read all the same', async () => {
    const lying = { ...three[1]!, warcHeaders: { 'WARC-Payload-Digest': `sha1:${'A'.repeat(32)}` } };
    const indexed = await index(join3(await makeMembers([three[0]!, lying, three[2]!], gzip)));
    expect(indexed.pages).toHaveLength(3);
    expect(indexed.report.bad.records).toMatchObject([{ reason: 'payload-digest', url: 'https://a.example/2' }]);
    expect(indexed).toMatchObject({ bad: 1, facts: { digestsWrong: 1, digestsHold: 2 } });
  });
});

describe('a WARC that is not packed', () => {
  async function plainWith(edit: (text: string) => string) {
    const members = await makeMembers(three, false);
    members[2] = Buffer.from(edit(members[2]!.toString('latin1')), 'latin1');
    return index(join3(members));
  }

  it('one changed byte in a payload is found by its digests', async () => {
    const indexed = await plainWith((text) => text.replace('page 2', 'page 7'));
    expect(indexed.report.bad.records).toMatchObject([
      { reason: 'block-digest', url: 'https://a.example/2', recordId: expect.stringMatching(/^urn:uuid:/) },
    ]);
  });

  it.each([
    ['longer', 5000],
    ['shorter', 40],
  ])('a length %s than the record loses that record alone', async (_, length) => {
    const indexed = await plainWith((text) => text.replace(/Content-Length: \d+/, `Content-Length: ${length}`));
    expect(indexed.pages.map(({ place }) => place)).toHaveLength(2);
    expect(indexed.report.bad.records).toMatchObject([{ reason: 'wrong-length', url: 'https://a.example/2' }]);
    expect(indexed.report.bad.records).toHaveLength(1);
  });

  it.each([
    ['no length', (text: string) => text.replace(/Content-Length: \d+\r\n/, ''), 'unparsable'],
    ['a version nobody knows', (text: string) => text.replace('WARC/1.1', 'WARC/7.3'), 'version'],
  ])('a record with %s is named, and the others are read', async (_, edit, reason) => {
    const indexed = await plainWith(edit);
    expect(indexed.pages).toHaveLength(2);
    expect(indexed.report.bad.records[0]).toMatchObject({ reason });
  });
});

describe('a packed WARC', () => {
  it('with a changed byte in a member loses that member alone', async () => {
    const members = await makeMembers(three, true);
    for (const at of [30, Math.floor(members[2]!.length / 2), members[2]!.length - 6]) {
      const broken = members.map((member) => Buffer.from(member));
      broken[2]![at]! ^= 0xff;
      const indexed = await index(join3(broken));
      expect(indexed.report.bad.records.length, `byte ${at}`).toBeGreaterThan(0);
      expect(indexed.report.bad.records[0], `byte ${at}`).toMatchObject({ offset: offsetOf(members, 2) });
      expect(
        indexed.report.bad.records.every(({ offset }) => offset === offsetOf(members, 2)),
        `byte ${at}`,
      ).toBe(true);
      expect(indexed.pages.map(({ place }) => place)).toEqual(
        expect.arrayContaining([`warc:${offsetOf(members, 1)}`, `warc:${offsetOf(members, 3)}`]),
      );
    }
  });

  it('packed as one is read all the same', async () => {
    const indexed = await index(gzipSync(join3(await makeMembers(three, false))));
    expect(indexed).toMatchObject({ bad: 0, problem: null });
    expect(indexed.pages).toHaveLength(3);
    expect(indexed.report.records).toMatchObject({ byType: { warcinfo: 1, response: 3 } });
  });

  it('a member that grows beyond reason is named, and the others are read', async () => {
    const members = await makeMembers(three, true);
    const bomb = gzipSync(
      Buffer.concat([Buffer.from('WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 300000000\r\n\r\n'), Buffer.alloc(300_000_000)]),
    );
    const indexed = await index(join3([...members.slice(0, 2), bomb, ...members.slice(2)]));
    expect(indexed.report.bad.records).toMatchObject([{ reason: 'expands-too-much', offset: offsetOf(members, 2) }]);
    expect(indexed.pages).toHaveLength(3);
  });
});

describe('pages of a WARC without a list', () => {
  it('are its HTML answers that no request asked for as something else', async () => {
    const asked = (url: string, headers: Record<string, string>, method = 'GET'): TestRecord[] => [
      pageRecord(url, `<p>${url}</p>`),
      { type: 'request', url, statusline: `${method} / HTTP/1.1`, httpHeaders: headers },
    ];
    const records = [
      ...asked('https://a.example/page', { 'Sec-Fetch-Dest': 'document' }),
      ...asked('https://a.example/frame', { 'Sec-Fetch-Dest': 'iframe' }),
      ...asked('https://a.example/fragment', { 'X-Requested-With': 'XMLHttpRequest' }),
      ...asked('https://a.example/posted', {}, 'POST'),
      ...asked('https://a.example/silent', { Accept: '*/*' }),
      pageRecord('https://a.example/gone', '<p>gone</p>', { statusline: 'HTTP/1.1 404 Not Found' }),
      { url: 'https://a.example/s.css', body: 'p{}', httpHeaders: { 'Content-Type': 'text/css' } },
      pageRecord('https://a.example/two', '<p>two</p>', { statusline: 'HTTP/2 200' }),
    ];
    const members = await makeMembers(records);
    const { pages } = await index(join3(members));
    expect(pages.map(({ place }) => place)).toEqual(
      [1, 9, 13]
        .map((which) => `warc:${offsetOf(members, which)}`)
        .slice(0, 2)
        .concat(`warc:${offsetOf(members, 13)}`),
    );
  });

  it('follow the hops of a crawler that notes them', async () => {
    const id = '<urn:uuid:11111111-1111-4111-8111-111111111111>';
    const records: TestRecord[] = [
      pageRecord('https://a.example/embedded', '<p>e</p>', { warcHeaders: { 'WARC-Record-ID': id } }),
      {
        type: 'metadata',
        url: 'https://a.example/embedded',
        body: 'via: https://a.example/\r\nhopsFromSeed: LLE\r\n',
        warcHeaders: { 'Content-Type': 'application/warc-fields', 'WARC-Concurrent-To': id },
      },
      pageRecord('https://a.example/linked', '<p>l</p>'),
    ];
    const members = await makeMembers(records);
    expect((await index(join3(members))).pages.map(({ place }) => place)).toEqual([`warc:${offsetOf(members, 3)}`]);
  });

  it('are those of a crawler that writes them down itself', async () => {
    const members = await makeMembers([
      ...smallSite(),
      pageRecord('https://news.example/b', '<p>b</p>'),
      { type: 'resource', url: 'urn:pageinfo:https://news.example/b', body: '{}', warcHeaders: { 'Content-Type': 'application/json' } },
    ]);
    expect((await index(join3(members))).pages.map(({ place }) => place)).toEqual([`warc:${offsetOf(members, 6)}`]);
  });

  it('archived twice unchanged are one page; changed, they are two', async () => {
    const again = [
      three[0]!,
      { ...three[0]!, date: '2019-01-01T00:00:00Z' },
      { ...pageRecord('https://a.example/1', '<p>changed</p>'), date: '2020-01-01T00:00:00Z' },
    ];
    const indexed = await index(join3(await makeMembers(again)));
    expect(indexed.pages).toHaveLength(2);
    expect(indexed.report).toMatchObject({ pages: { listed: 3, sameAgain: 1 } });
  });
});

it('a revisit leads to what it repeats; one whose original is not there is named', async () => {
  const members = await makeMembers([three[0]!]);
  const digest = /WARC-Payload-Digest: (\S+)/.exec((await makeMembers([three[0]!], false))[1]!.toString('latin1'))![1]!;
  const revisit = (url: string, of: string): TestRecord => ({
    type: 'revisit', url, date: '2019-01-01T00:00:00Z', refersToUrl: url, refersToDate: '2018-11-14T09:00:00Z',
    statusline: 'HTTP/1.1 200 OK', httpHeaders: { 'Content-Type': 'text/html' }, warcHeaders: { 'WARC-Payload-Digest': of },
  }); // prettier-ignore
  const more = (
    await makeMembers([revisit('https://a.example/1', digest), revisit('https://b.example/', `sha256:${'ab'.repeat(32)}`)])
  ).slice(1);
  const indexed = await index(join3([...members, ...more]));
  expect(indexed).toMatchObject({ bad: 0, revisitsWithoutOriginal: 1 });
  expect(indexed.report.bad.records).toMatchObject([{ reason: 'revisit-without-original', url: 'https://b.example/' }]);
});

it('thousands of bad records are counted, and the first of them told', async () => {
  const bad = Buffer.from('WARC/1.1\r\nWARC-Type: response\r\n\r\n');
  const indexed = await index(Buffer.concat(Array.from({ length: 3000 }, () => bad)));
  expect(indexed).toMatchObject({ bad: 3000, pages: [] });
  expect(indexed.report.bad).toMatchObject({ counts: { unparsable: 3000 }, leftOut: 2000 });
});

it('what is no archive at all, and an empty one, are read without a page', async () => {
  expect(await index(Buffer.from('nothing'))).toMatchObject({ pages: [], bad: 1 });
  expect(await index(Buffer.alloc(0))).toMatchObject({ pages: [], bad: 0 });
});

it('records built to be read over and over do not take for ever', async () => {
  const size = 4_000_000;
  const head = (length: number) => `WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: ${length}\r\n\r\n`;
  const nested = Array.from({ length: 20_000 }, (_, at) => head(size - 1000 - at * 70)).join('');
  const indexed = await index(Buffer.concat([Buffer.from(nested), Buffer.alloc(size, 'x')]));
  expect(indexed.bad).toBeGreaterThan(0);
}, 20_000);
