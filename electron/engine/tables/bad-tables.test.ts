/** Files that are wrong as a whole: refused with what and where, and nothing of them in the case. */
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { errorWords } from '#shared/error-words.ts';
import { HoldfastError } from '#shared/errors.ts';
import { listParties } from '../parties/read-parties.ts';
import { bring, counted, fatesOf, fileWith } from '../testing/table-fixtures.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';

const arabic = 'لجنة إعادة الإعمار';
const parties = 'name,kind\n';

/** Reads it, dry and for good; both are refused alike, in words that name the remedy, and nothing happened. */
async function refusal(content: string | Buffer, name?: string, more: object = {}): Promise<HoldfastError & { words: string }> {
  const { ctx } = await temporaryCase();
  const path = await fileWith(content, name);
  const before = await counted(ctx);
  const errors: unknown[] = [];
  for (const dryRun of [true, false])
    errors.push(await bring(ctx, { path, of: 'parties', dryRun, ...more }).catch((error: unknown) => error));
  expect(await counted(ctx)).toEqual(before);
  const [dry, real] = errors as HoldfastError[];
  expect(dry).toBeInstanceOf(HoldfastError);
  expect(real?.message).toBe(dry?.message);
  const { title, remedy } = errorWords({ code: dry!.code, facts: dry!.facts });
  expect(title + remedy).not.toContain('unknown');
  return Object.assign(dry!, { words: `${title} ${remedy}` });
}

test('columns nobody knows are named with the nearest ones, and what is missing; a mapping puts it right', async () => {
  const content = 'nmae,kind,Colour\nA,body,red\n';
  const error = await refusal(content);
  expect(error).toMatchObject({ code: 'table-columns', facts: { unknown: 'nmae\nColour', missing: 'name' } });
  expect(error.words).toMatch(/“nmae” \(nearest: “name”.*“Colour”; “name” is missing/);
  const { ctx } = await temporaryCase();
  const read = await bring(ctx, { path: await fileWith(content), of: 'parties', mapping: { nmae: 'name', Colour: '' } });
  expect(read).toMatchObject({ counts: { new: 1 }, notTaken: ['Colour'] });
  await expect(bring(ctx, { path: await fileWith(content), of: 'parties', mapping: { Farbe: '' } })).rejects.toMatchObject({
    code: 'table-columns',
  });
});

test('a column that stands there twice, whatever its capitals, is refused', async () => {
  expect((await refusal('name,kind,Name\nA,body,B\n')).words).toContain('“name” stands there more than once');
});

test('lines in another encoding are named', async () => {
  const windows = iconv.encode(`${arabic},body\n`, 'windows-1256');
  const mixed = Buffer.concat([Buffer.from(`${parties}${arabic},body\n`), windows, Buffer.from(`${arabic} 2,body\n`), windows]);
  const error = await refusal(mixed);
  expect(error).toMatchObject({ code: 'table-encoding', facts: { lines: '3, 5', encoding: 'UTF-8' } });
  expect(await refusal(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(parties), windows]))).toMatchObject({
    facts: { lines: '2' },
  });
});

test.each([
  ['windows-1256', true, (text: string) => iconv.encode(text, 'windows-1256')],
  ['utf-16le', false, (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['utf-16be', false, (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true })],
  ['utf-8', false, (text: string) => Buffer.from(`\ufeff${text}`)],
] as const)('a whole file in %s is read, and how is told', async (encoding, isEncodingGuessed, encode) => {
  const { ctx } = await temporaryCase();
  const lines = Array.from({ length: 30 }, (_, n) => `${arabic} ${n},body\n`).join('');
  const read = await bring(ctx, { path: await fileWith(encode(parties + lines)), of: 'parties' });
  expect(read).toMatchObject({ encoding, isEncodingGuessed, counts: { new: 30 } });
  expect((await listParties(ctx, { limit: 1, offset: 0 })).rows[0]?.name).toBe(`${arabic} 0`);
});

test.each([';', '\t', '|'])('the delimiter %j is told', async (delimiter) => {
  const { ctx } = await temporaryCase();
  const path = await fileWith(`name${delimiter}kind\n"A${delimiter}, B"${delimiter}body\n`);
  expect(await bring(ctx, { path, of: 'parties', dryRun: true })).toMatchObject({ delimiter, counts: { new: 1 } });
});

test('a quotation mark that is never closed, and one where none may stand, are named with their lines', async () => {
  expect((await refusal('name,note\nA,x\nB,"open\nC,y\n')).words).toContain('opens in line 3 is never closed');
  expect((await refusal('name,note\nA,x\nB,"y"z\n')).words).toContain('line 3 has a quotation mark');
});

test.each([
  ['nothing', '', 'file-empty'],
  ['white space', ' \n\n', 'file-empty'],
  ['a workbook', Buffer.from('PK\u0003\u0004rest of a workbook', 'latin1'), 'table-broken'],
  ['JSON of something else', '{"a":1}', 'table-broken'],
  ['JSON cut off', '{"holdfast":"table","version":1,"of":"parties","records":[{"na', 'table-broken'],
  ['JSON of a later version', '{"holdfast":"table","version":9,"of":"parties","records":[]}', 'table-broken'],
  ['JSON of another kind', '{"holdfast":"table","version":1,"of":"claims","records":[]}', 'table-broken'],
] as const)('a file of %s is refused', async (_, content, code) => {
  expect(await refusal(content as string)).toMatchObject({ code });
});

test('a folder, and a file that is not there, are refused by name', async () => {
  const { ctx } = await temporaryCase();
  await expect(bring(ctx, { path: await temporaryFolder(), of: 'claims' })).rejects.toMatchObject({
    code: 'table-broken',
    facts: { problem: 'it is a folder' },
  });
  await expect(bring(ctx, { path: '/not/there.csv', of: 'claims' })).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a head alone is a table of nothing, and no act', async () => {
  const { ctx } = await temporaryCase();
  const before = await counted(ctx);
  expect(await bring(ctx, { path: await fileWith(parties), of: 'parties' })).toMatchObject({ rows: 0, counts: { new: 0, refused: 0 } });
  expect(await counted(ctx)).toEqual(before);
});

test('a file that changed since its dry run is refused', async () => {
  const { ctx } = await temporaryCase();
  const path = await fileWith(`${parties}A,body\n`);
  await expect(bring(ctx, { path, of: 'parties', sha256: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'file-changed' });
});

test('a cell of 10 MB is refused with its row, and the rest of the file is read', async () => {
  const { ctx } = await temporaryCase();
  const path = await fileWith(`name,note\nA,${'x'.repeat(10_000_000)}\nB,y\n`);
  const read = await bring(ctx, { path, of: 'parties', onlyRowsThatHold: true });
  expect(read.counts).toMatchObject({ new: 1, refused: 1 });
  expect((await fatesOf(ctx, read))[0]).toMatchObject({ line: 2, problems: [{ code: 'too-long', column: 'note' }] });
});
