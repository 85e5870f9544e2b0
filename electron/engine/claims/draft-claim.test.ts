import { cpuUsage } from 'node:process';
import { expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { bury } from '../items/bury.ts';
import { describeItem } from '../items/change-item.ts';
import { listEntries } from '../journal/list-entries.ts';
import { mergeParties } from '../parties/merge-parties.ts';
import { claimInput, newClaim, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { addTerm } from '../vocabulary/terms.ts';
import { draftClaim } from './draft-claim.ts';
import { createClaim } from './write-claims.ts';

const english =
  'In June the US-led Coalition admitted that a strike in Raqqa last year had killed more than 40 civilians and felled 12 date palms.';
const arabic = 'وقال التحالف الدولي يوم الاثنين إن غارة على الرَّقَّة قتلت أَرْبَعِينَ مدنياً بينهم ١٢ طفلاً';

async function knowing(ctx: CaseContext) {
  const coalition = await newParty(ctx, 'the Coalition', [{ name: 'US-led Coalition' }, { name: 'التحالف الدولي' }]);
  const place = { name: 'Raqqa', names: { ar: 'الرقة' }, precision: 'city' as const };
  await newClaim(ctx, { place });
  await addTerm(ctx, contract['vocabulary.add'].input.parse({ vocabulary: 'unit', term: 'date palms', words: ['date palm'] }));
  return { coalition, place };
}

const published = (ctx: CaseContext, id: string, publishedAt: string) => describeItem(ctx, { id, given: { publishedAt } });
const seq = async (ctx: CaseContext) => (await listEntries(ctx, { direction: 'descending', limit: 1, offset: 0 })).rows[0]?.seq;

test('a passage is read with the item’s date, the case’s terms and the names it knows; nothing is written', async () => {
  const { ctx } = await temporaryCase();
  const { coalition, place } = await knowing(ctx);
  const itemId = await keepTextItem(ctx, `${english} ${arabic}`);
  await published(ctx, itemId, 'Wednesday, 14 November 2018');
  const passage = await newPassage(ctx, itemId, english);
  const before = await seq(ctx);
  const draft = await draftClaim(ctx, { passageId: passage.id });
  expect(contract['claims.draft'].output.parse(draft)).toEqual(draft);
  expect(draft).toMatchObject({
    itemDate: '2018-11-14',
    fields: {
      act: 'killed',
      modality: 'admits',
      quantities: [
        { qualifier: 'more than', value: 40, unit: 'civilians' },
        { qualifier: 'exactly', value: 12, unit: 'date palms' },
      ],
      when: '2017',
      saidAt: '2018-06',
      place,
      speakerId: coalition.id,
    },
  });
  expect(draft.read.find(({ field }) => field === 'saidAt')?.rule).toEqual({
    rule: 'month-before', itemDate: '2018-11-14', month: 6, strictly: false, part: null,
  }); // prettier-ignore
  expect(await seq(ctx)).toBe(before);
  await createClaim(ctx, claimInput({ ...draft.fields, act: draft.fields.act ?? '' }));
});

test('Arabic words are read with Arabic names', async () => {
  const { ctx } = await temporaryCase();
  const { coalition, place } = await knowing(ctx);
  const itemId = await keepTextItem(ctx, arabic);
  await published(ctx, itemId, '2018-11-14T21:30:00+03:00');
  const { fields } = await draftClaim(ctx, { passageId: (await newPassage(ctx, itemId, arabic)).id });
  expect(fields).toMatchObject({
    act: 'killed',
    quantities: [{ value: 40, unit: 'civilians', breakdown: [{ groups: ['children'], value: 12 }] }],
    saidAt: '2018-11-12',
    place,
    speakerId: coalition.id,
  });
});

test('without a date of the item, dates that need one are left out; a removed party is not named', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, english);
  const party = await newParty(ctx, 'US-led Coalition');
  await bury(ctx, { kind: 'party', id: party.id, reason: 'twice' });
  const { fields, itemDate } = await draftClaim(ctx, { passageId: (await newPassage(ctx, itemId, english)).id });
  expect(itemDate).toBeNull();
  expect([fields.when, fields.saidAt, fields.speakerId, fields.place]).toEqual([undefined, undefined, undefined, undefined]);
  expect(fields.act).toBe('killed');
});

test('the name of a party that was merged into another names the other', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, english);
  const [party, coalition] = [await newParty(ctx, 'US-led Coalition'), await newParty(ctx, 'International Coalition')];
  await mergeParties(ctx, { id: party.id, intoId: coalition.id, reason: 'one body' });
  const { fields } = await draftClaim(ctx, { passageId: (await newPassage(ctx, itemId, english)).id });
  expect(fields.speakerId).toBe(coalition.id);
  await createClaim(ctx, claimInput({ ...fields, act: fields.act ?? '' }));
});

test('a case of thousands of parties is read as quickly', async () => {
  const { ctx } = await temporaryCase();
  const insert = ctx.writer!.raw.prepare(
    "INSERT INTO party (id, name, kind, aliases, note, createdAt, updatedAt) VALUES (?, ?, 'body', '[]', '', 't', 't')",
  );
  ctx.writer!.raw.transaction(() => {
    for (let n = 0; n < 5000; n++)
      insert.run(`${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`, `US-led Council of District ${n}`);
  })();
  const coalition = await newParty(ctx, 'US-led Coalition');
  const itemId = await keepTextItem(ctx, english);
  const passage = await newPassage(ctx, itemId, english);
  const start = cpuUsage();
  const { fields } = await draftClaim(ctx, { passageId: passage.id });
  expect(cpuUsage(start).user / 1000).toBeLessThan(10_000);
  expect(fields.speakerId).toBe(coalition.id);
});

test('a passage that does not stand is refused', async () => {
  const { ctx } = await temporaryCase();
  const id = '00000000-0000-7000-8000-000000000000';
  await expect(draftClaim(ctx, { passageId: id })).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'passage', id } });
});
