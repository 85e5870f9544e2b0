import { gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { checkWarc } from './check-warc.ts';
import { handRecord, makeWarc } from './make-wacz.ts';

const url = 'http://127.0.0.1/page?x=1';
const info = () => handRecord('warcinfo', {}, 'software: the tests\r\n');
const answer = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nwords';
const question = 'GET /page?x=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
const id = '<urn:uuid:11111111-1111-4111-8111-111111111111>';

type Headers = Record<string, string | null>;
const pair = (response: Headers = {}, request: Headers = {}, blocks: { answer?: string; question?: string } = {}) => [
  handRecord('response', { 'WARC-Target-URI': url, 'WARC-Record-ID': id, ...response }, blocks.answer ?? answer),
  handRecord('request', { 'WARC-Target-URI': url, 'WARC-Concurrent-To': id, ...request }, blocks.question ?? question),
];
const codes = async (records: Buffer[], pack: (record: Buffer) => Buffer = gzipSync) => {
  const { findings } = await checkWarc(Buffer.concat(records.map(pack)));
  return [...new Set(findings.map(({ code }) => code))];
};

test('nothing is held against good files, packed and plain', async () => {
  expect(await codes([info(), ...pair()])).toEqual([]);
  expect(await codes([info(), ...pair()], (record) => record)).toEqual([]);
  const made = await checkWarc(await makeWarc([{ url, type: 'text/html', body: '<p>words</p>' }]));
  expect(made.findings).toEqual([]);
  expect(made.records.length).toBe(3);
});

const bad: [string, string, Buffer[]][] = [
  [
    'another version',
    'warc-version',
    [info(), ...pair().map((one) => Buffer.from(one.toString('latin1').replace('WARC/1.1', 'WARC/1.0'), 'latin1'))],
  ],
  ['no date', 'header-missing', [info(), ...pair({ 'WARC-Date': null })]],
  ['a date of another form', 'date', [info(), ...pair({ 'WARC-Date': '2026-01-02 03:04:05' })]],
  ['no record id', 'record-id', [info(), ...pair({}, { 'WARC-Record-ID': 'one' })]],
  ['one id twice', 'record-id', [info(), ...pair({}, { 'WARC-Record-ID': id })]],
  ['no target', 'target', [info(), ...pair({ 'WARC-Target-URI': null })]],
  ['an unknown type', 'type', [info(), ...pair(), handRecord('picture', {}, 'x')]],
  ['no warcinfo', 'warcinfo-first', pair()],
  ['an unknown reason for cutting', 'truncated', [info(), ...pair({ 'WARC-Truncated': 'tired' })]],
  ['a wrong block digest', 'block-digest', [info(), ...pair({ 'WARC-Block-Digest': 'sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })]],
  ['a wrong payload digest', 'payload-digest', [info(), ...pair({ 'WARC-Payload-Digest': 'sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })]],
  ['no block digest', 'block-digest-missing', [info(), ...pair({ 'WARC-Block-Digest': null })]],
  ['no payload digest', 'payload-digest-missing', [info(), ...pair({ 'WARC-Payload-Digest': null })]],
  ['a request tied to nothing', 'untied', [info(), ...pair({}, { 'WARC-Concurrent-To': null })]],
  ['a request tied to what is not there', 'concurrent-to', [info(), ...pair({}, { 'WARC-Concurrent-To': '<urn:uuid:2>' })]],
  ['a request for another address', 'http-request-line', [info(), ...pair({}, {}, { question: question.replace('x=1', 'x=2') })]],
  ['a request to another host', 'http-host', [info(), ...pair({}, {}, { question: question.replace('127.0.0.1', '127.0.0.2') })]],
  ['no status line', 'http-status-line', [info(), ...pair({}, {}, { answer: answer.replace('HTTP/1.1 200 OK', 'x') })]],
  [
    'a coding that the bytes have not',
    'http-coding',
    [info(), ...pair({}, {}, { answer: answer.replace('\r\n\r\n', '\r\nContent-Encoding: gzip\r\n\r\n') })],
  ],
  [
    'chunks that are none',
    'http-coding',
    [info(), ...pair({}, {}, { answer: answer.replace('\r\n\r\n', '\r\nTransfer-Encoding: chunked\r\n\r\n') })],
  ],
  [
    'another length than promised',
    'http-content-length',
    [info(), ...pair({}, {}, { answer: answer.replace('\r\n\r\n', '\r\nContent-Length: 6\r\n\r\n') })],
  ],
  ['a body that was lost', 'body-lost', [info(), ...pair({}, {}, { answer: 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n' })]],
];
for (const [what, code, records] of bad)
  test(`${what} is found as ${code}`, async () => {
    expect(await codes(records)).toContain(code);
  });

test('a file that is packed wrongly or cut off is found unreadable', async () => {
  const good = [info(), ...pair()];
  const unreadable = async (file: Buffer) => (await checkWarc(file)).findings[0]?.detail ?? '';
  expect(await unreadable(gzipSync(Buffer.concat(good)))).toContain('more than one record');
  const file = Buffer.concat(good.map((one) => gzipSync(one)));
  expect(await unreadable(file.subarray(0, file.length - 4))).toContain('cut off');
  const flipped = Buffer.from(file);
  flipped.writeUInt8(flipped.readUInt8(flipped.length - 8) ^ 1, flipped.length - 8);
  expect(await unreadable(flipped)).toContain('check sum');
  expect(await unreadable(Buffer.concat([file, Buffer.from('rest')]))).toContain('no gzip member');
  expect(await unreadable(Buffer.concat(good).subarray(0, -3))).toContain('does not end where');
});
