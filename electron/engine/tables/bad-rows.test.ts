/** Rows that are wrong: each told with column, line and reason; the others are not held up when the person says so. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rowWords } from '#shared/table-words.ts';
import type { TableKind } from '#shared/model/tables.ts';
import { listClaims } from '../claims/list/list-claims.ts';
import { removeClaim } from '../claims/write-claims.ts';
import type { CaseContext } from '../context.ts';
import { createRecordLink } from '../links/record-links.ts';
import { mergeParties } from '../parties/merge-parties.ts';
import { listParties } from '../parties/read-parties.ts';
import { removeParty } from '../parties/write-parties.ts';
import { firstPage, newClaim, newIncident, newParty } from '../testing/claim-fixtures.ts';
import { bring, counted, defineField, fatesOf, fileWith, writeTable } from '../testing/table-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';

const nobody = '0199b000-0000-7000-8000-000000000000';

/** The problems of each row, as codes with their columns; every one has words. */
async function told(ctx: CaseContext, of: TableKind, lines: string[], more: object = {}): Promise<string[][]> {
  const before = await counted(ctx);
  const read = await bring(ctx, { path: await fileWith(lines.join('\n')), of, dryRun: true, ...more });
  expect(await counted(ctx)).toEqual(before);
  const fates = await fatesOf(ctx, read);
  for (const { problems, notes } of fates)
    for (const remark of [...problems, ...notes]) expect(rowWords(remark)).not.toMatch(/undefined|\{/);
  return fates.map(({ problems }) => problems.map(({ code, column }) => `${code}${column === null ? '' : ` ${column}`}`));
}

describe('cells', () => {
  test.each([
    ['too many', 'killed,1,people,2', 'cells'],
    ['too few', 'killed', 'cells'],
    ['no act', ',1,people', 'missing act'],
    ['a number with words', 'killed,many,people', 'number quantity 1 value'],
    ['a number with a comma', 'killed,"1,5",people', 'number quantity 1 value'],
    ['a number below nothing', 'killed,-1,people', 'least quantity 1 value'],
    ['a figure of nothing', 'killed,1,', 'missing quantity 1 unit'],
    ['NUL', 'killed\u0000,1,people', 'nul act'],
    ['capitals in a term', 'Blown Up,1,people', 'value act'],
  ])('%s', async (_, row, problem) => {
    const { ctx } = await temporaryCase();
    const [first = [], second] = await told(ctx, 'claims', ['act,quantity 1 value,quantity 1 unit', row, 'killed,2,people']);
    expect(first).toContain(problem);
    expect(second).toEqual([]);
  });

  test('impossible ranges, dates that do not parse, coordinates off the globe, lists that cannot be read', async () => {
    const { ctx } = await temporaryCase();
    const head = 'act,quantity 1 min,quantity 1 max,quantity 1 unit,when,place,latitude,victims';
    const problems = await told(ctx, 'claims', [
      head,
      'killed,9,3,people,2018,Raqqa,35.9,Amal',
      'killed,3,9,people,last year,Raqqa,35.9,Amal',
      'killed,3,9,people,2018,Raqqa,95,Amal',
      'killed,3,9,people,2018,,35.9,Amal',
      'killed,3,9,people,2018,Raqqa,35.9,Amal | gender=girl | old',
      'killed,3,9,people,2018,Raqqa,35.9,Amal | colour=red',
      'killed,3,9,people,2018,Raqqa,35.9,Amal | gender=cat',
      'killed,3,9,people,2018,Raqqa,35.9,Amal | gender=girl | age min=7',
    ]);
    expect(problems).toEqual([
      ['value quantity 1 min'],
      ['value when'],
      ['most latitude'],
      ['place-name place'],
      ['entry victims'],
      ['entry-key victims'],
      ['choice victims'],
      [],
    ]);
  });

  test('own words are taken and said; own fields must be defined and fit', async () => {
    const { ctx } = await temporaryCase();
    await defineField(ctx, 'claim', 'ward', 'choice', ['north', 'south']);
    const path = await fileWith('act,field:ward,field:depth [number],field:seen [yes or no]\nstarved,north,,\nkilled,west,3,perhaps\n');
    const read = await bring(ctx, { path, of: 'claims', dryRun: true });
    expect(read.ownWords).toEqual(['starved']);
    expect((await fatesOf(ctx, read)).map(({ fate, problems }) => [fate, problems.map(({ code }) => code)])).toEqual([
      ['new', []],
      ['refused', ['yes-or-no', 'field-value', 'unknown-field']],
    ]);
  });
});

describe('formula cells', () => {
  test('are kept as text, flagged, guarded when they are written again, and the same when they come back', async () => {
    const { ctx } = await temporaryCase();
    const nasty = ['=CMD|calc!A1', '+1+cmd', '@SUM(A1)', '-2+3', '\tx', '\rx', "'=x", '＝x'];
    const path = await fileWith(`name,note\n${nasty.map((text, n) => `P${n},"${text}"`).join('\n')}\n`);
    const read = await bring(ctx, { path, of: 'parties' });
    expect(read).toMatchObject({ formulaRows: nasty.length, counts: { new: nasty.length } });
    const kept = (await listParties(ctx, firstPage)).rows.map(({ note }) => note);
    // An apostrophe before a formula is a guard, and goes.
    expect(kept).toEqual(nasty.map((text) => (text === "'=x" ? '=x' : text)));
    const out = join(await temporaryFolder(), 'out.csv');
    await writeTable(ctx, { of: 'parties', path: out });
    const text = await readFile(out, 'utf8');
    for (const note of kept) expect(text).toContain(`'${note}`);
    expect(text).not.toMatch(/(^|,)"?[=+@\t＝]/m);
    const again = await bring(ctx, { path: out, of: 'parties' });
    expect(again.counts).toMatchObject({ unchanged: nasty.length, updates: 0 });
  });
});

describe('what rows name', () => {
  test('parties: nobody knows, several are called so, removed, merged, found by another name', async () => {
    const { ctx } = await temporaryCase();
    const [left, right] = [await newParty(ctx, 'Left'), await newParty(ctx, 'Right', [{ name: 'اليمين' }])];
    await newParty(ctx, 'Twin');
    await newParty(ctx, 'twin');
    const gone = await newParty(ctx, 'Gone');
    await removeParty(ctx, { id: gone.id, reason: 'r' });
    await mergeParties(ctx, { id: left.id, intoId: right.id, reason: 'same' });
    const rows = ['Nobody', 'Twin', gone.id, 'Left', `Left [${left.id}]`, 'اليمين', 'right', `Somebody [${nobody}]`, `Right [${nobody}]`];
    const problems = await told(ctx, 'claims', ['act,speaker', ...rows.map((name, n) => `act ${n},${name}`)]);
    expect(problems.map(([first]) => first)).toEqual([
      'unknown-party speaker',
      'ambiguous-party speaker',
      'party-removed speaker',
      'party-merged speaker',
      'party-merged speaker',
      undefined,
      undefined,
      'unknown-party speaker',
      undefined,
    ]);
  });

  test('parties nobody knows are made once when the person says so, and not for rows that are refused', async () => {
    const { ctx } = await temporaryCase();
    const path = await fileWith('act,speaker,when\nkilled,New Body,2018\ninjured,new  body,2018\nkilled,Other Body,never\n');
    const read = await bring(ctx, { path, of: 'claims', createParties: true, onlyRowsThatHold: true });
    expect(read).toMatchObject({ newParties: ['New Body'], counts: { new: 2, refused: 1 } });
    expect((await listParties(ctx, firstPage)).rows.map(({ name, claims }) => [name, claims])).toEqual([['New Body', 2]]);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('incidents, items, passages and claims that are not here; a passage that was removed', async () => {
    const { ctx } = await temporaryCase();
    await newIncident(ctx, 'A-1');
    const head = 'act,incident,via,evidence,relations';
    const problems = await told(ctx, 'claims', [
      head,
      'killed,A-1,,,',
      'killed,A-2,,,',
      `injured,,item=${nobody},,`,
      `struck,,,${nobody} | stance=states,`,
      `shelled,,,,repeats | to=${nobody}`,
    ]);
    expect(problems).toEqual([
      [],
      ['unknown-incident incident'],
      ['unknown-item via'],
      ['unknown-passage evidence'],
      ['unknown-claim relations'],
    ]);
  });

  test('a thing that was removed here is not brought back, and its code means it for ever', async () => {
    const { ctx } = await temporaryCase();
    const claim = await newClaim(ctx);
    await removeClaim(ctx, { id: claim.id, reason: 'wrong' });
    expect(await told(ctx, 'claims', ['id,act', `${claim.id},killed`])).toEqual([['removed-here id']]);
    await newIncident(ctx, 'A-1');
    expect(await told(ctx, 'incidents', ['id,code,title', `${nobody},A-1,Other`])).toEqual([['code-taken code']]);
  });
});

describe('within the file', () => {
  test('ids, codes and names that stand there twice', async () => {
    const { ctx } = await temporaryCase();
    expect(await told(ctx, 'claims', ['id,act', `${nobody},killed`, `${nobody},injured`])).toEqual([[], ['duplicate']]);
    expect(await told(ctx, 'incidents', ['code,title', 'A-1,x', 'A-1,y'])).toEqual([[], ['duplicate']]);
    expect(await told(ctx, 'parties', ['name', 'Body', 'body'])).toEqual([[], ['duplicate']]);
    expect(await told(ctx, 'claims', ['act', 'killed', 'killed'])).toEqual([[], ['duplicate']]);
  });

  test('circles of repeats and part of, in the file alone and with the case; rows that lead to refused ones', async () => {
    const { ctx } = await temporaryCase();
    const head = 'code,title,relations';
    const circle = [
      'A,a,part of | to=B',
      'B,b,part of | to=C',
      'C,c,part of | to=A',
      'D,d,part of | to=A',
      'E,e,same as | to=F',
      'F,f,same as | to=E',
    ];
    expect(await told(ctx, 'incidents', [head, ...circle])).toEqual([
      ['link-cycle relations'],
      ['link-cycle relations'],
      ['link-cycle relations'],
      ['leads-to-refused relations'],
      [],
      [],
    ]);
    const [one, two] = [await newClaim(ctx, { act: 'killed' }), await newClaim(ctx, { act: 'injured' })];
    await createRecordLink(ctx, { kind: 'claim', fromId: one.id, toId: two.id, relation: 'repeats', when: null, note: '' });
    const closing = await told(ctx, 'claims', [
      'id,act,relations',
      `${two.id},injured,repeats | to=${one.id}`,
      `${nobody},struck,repeats | to=${nobody}`,
    ]);
    expect(closing).toEqual([['link-cycle relations'], ['to-itself relations']]);
  });
});

test('the run is refused while a row is, unless only the rows that hold are asked for; then those alone are written', async () => {
  const { ctx } = await temporaryCase();
  const path = await fileWith('act,when\nkilled,2018\nkilled,never\n');
  const before = await counted(ctx);
  await expect(bring(ctx, { path, of: 'claims' })).rejects.toMatchObject({ code: 'table-rows-refused', facts: { count: 1, rows: 2 } });
  expect(await counted(ctx)).toEqual(before);
  expect((await bring(ctx, { path, of: 'claims', onlyRowsThatHold: true })).counts).toMatchObject({ new: 1, refused: 1 });
  expect((await listClaims(ctx, firstPage)).total).toBe(1);
  // Read again without ids, what is there already is told as such.
  const again = await bring(ctx, { path, of: 'claims', onlyRowsThatHold: true });
  expect((await fatesOf(ctx, again))[0]).toMatchObject({ fate: 'unchanged', notes: [{ code: 'already-there' }] });
  expect((await listClaims(ctx, firstPage)).total).toBe(1);
});

test('evidence comes with a row where the passage is here, and goes on standing when the row is silent of it', async () => {
  const { ctx } = await temporaryCase();
  const { createPassage } = await import('../passages/create-passage.ts');
  const itemId = await keepTextItem(ctx, 'Nearly 1,236 bodies were exhumed.');
  const passage = await createPassage(ctx, { itemId, quote: '1,236 bodies', comment: '', tags: [] });
  const path = await fileWith(`id,act,evidence\n${nobody},exhumed,${passage.id} | stance=states | note=n\n`);
  await bring(ctx, { path, of: 'claims' });
  const silent = await bring(ctx, { path: await fileWith(`id,act,evidence\n${nobody},buried,\n`), of: 'claims' });
  expect(silent.counts).toMatchObject({ updates: 1 });
  expect((await listClaims(ctx, firstPage)).rows[0]).toMatchObject({
    act: 'buried',
    evidence: [{ passageId: passage.id, stance: 'states', note: 'n' }],
  });
  expect((await bring(ctx, { path, of: 'claims', onConflict: 'skip' })).counts).toMatchObject({ skipped: 1 });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});
