import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, type CallInput } from '#shared/contract.ts';
import type { ClaimEvent } from '#shared/model/claim-history.ts';
import { claimFields } from '#shared/model/claims.ts';
import { modalities, stances } from '#shared/model/vocabulary.ts';
import type { CaseContext } from '../context.ts';
import { gradeHistory } from '../grades/grade-history.ts';
import { giveGrade, gradesOf, withdrawGrade } from '../grades/grades.ts';
import { createRecordLink, listRecordLinks, removeRecordLink } from '../links/record-links.ts';
import { fields, newClaim, newIncident, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { addField } from '../vocabulary/own-fields.ts';
import { claimAt, claimHistory } from './claim-history.ts';
import { linkEvidence, unlinkEvidence } from './evidence-links.ts';
import { getClaim } from './read-claims.ts';
import { restateEvidence } from './restate-evidence.ts';
import { removeClaim, updateClaim } from './write-claims.ts';

const as = (ctx: CaseContext, actor: string): CaseContext => ({ ...ctx, settings: { ...ctx.settings, actor } });
const link = (ctx: CaseContext, given: CallInput<'links.create'>) => createRecordLink(ctx, contract['links.create'].input.parse(given));
const lastSeq = async (ctx: CaseContext) =>
  (await ctx.read.selectFrom('journal').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow()).seq;
const told = ({ action, actor, why, version, about }: ClaimEvent) => [
  action,
  actor,
  why,
  version,
  about.kind === 'claim' ? about.changes.map((change) => change.field) : about.kind,
];

/** A claim that goes through everything that can be done to it, by two people. */
async function lived() {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, 'Nearly 1,236 bodies were exhumed. The Coalition called the reports non-credible.');
  const [one, two] = [await newPassage(ctx, itemId, 'Nearly 1,236 bodies'), await newPassage(ctx, itemId, 'non-credible')];
  const coalition = await newParty(ctx, 'The Coalition');
  const claim = await newClaim(ctx, {
    act: 'killed',
    modality: 'denies',
    speakerId: coalition.id,
    evidence: [{ passageId: one.id, stance: 'states' }],
  });
  const { id } = claim;
  const other = await newClaim(ctx, { act: 'struck' });
  const next = fields({
    ...claimFields.parse(claim),
    modality: 'admits',
    quantities: [{ qualifier: 'more than', value: 40, unit: 'civilians' }],
  });
  await updateClaim(as(ctx, 'second'), { id, fields: next, why: 'the letter of June 2018' });
  await linkEvidence(ctx, { claimId: id, passageId: two.id, stance: 'context', note: '' });
  await restateEvidence(as(ctx, 'second'), {
    id: claim.evidence[0]!.id,
    stance: 'supports',
    note: 'read again',
    reason: 'it supports, no more',
  });
  const relation = await link(ctx, { kind: 'claim', fromId: other.id, toId: id, relation: 'corrects' });
  const grade = await giveGrade(as(ctx, 'second'), {
    subjectKind: 'claim',
    subjectId: id,
    scale: 'admiralty credibility',
    value: '2',
    reason: 'r',
  });
  return { ctx, id, other, claim, relation, grade, passages: [one, two] };
}

describe('the history of a claim', () => {
  test('tells every act with who and why, what each field was and is, and names what it speaks of', async () => {
    const { ctx, id, claim, relation, grade } = await lived();
    await removeRecordLink(ctx, { kind: 'claim', id: relation.id, reason: 'the other way round' });
    await withdrawGrade(as(ctx, 'second'), { id: grade.id, reason: 'hasty' });
    await removeClaim(ctx, { id, reason: 'a copy' });
    const history = await claimHistory(ctx, { id });
    expect(contract['claims.history'].output.parse(history)).toEqual(history);
    const { events, names } = history;
    expect(events.map(told)).toEqual([
      [
        'claim.created',
        'tester',
        null,
        1,
        Object.entries(claimFields.parse(claim)).flatMap(([field, value]) => (value === null ? [] : [field])),
      ],
      ['evidence.linked', 'tester', null, null, 'evidence'],
      ['claim.updated', 'second', 'the letter of June 2018', 2, ['modality', 'quantities']],
      ['evidence.linked', 'tester', null, null, 'evidence'],
      ['evidence.removed', 'second', 'it supports, no more', null, 'evidence'],
      ['evidence.linked', 'second', null, null, 'evidence'],
      ['claimLink.created', 'tester', null, null, 'link'],
      ['grade.created', 'second', null, null, 'grade'],
      ['claimLink.removed', 'tester', 'the other way round', null, 'link'],
      ['grade.removed', 'second', 'hasty', null, 'grade'],
      ['claim.removed', 'tester', 'a copy', null, []],
    ]);
    expect(events[2]?.about).toMatchObject({ changes: [{ field: 'modality', before: 'denies', after: 'admits' }, { before: [] }] });
    expect(events[4]?.about).toMatchObject({ stance: 'states', quote: 'Nearly 1,236 bodies', itemTitle: 'A text' });
    expect(events[6]?.about).toMatchObject({ relation: 'corrects', direction: 'in', other: { sentence: 'asserts: struck' } });
    expect(names).toEqual({ [claim.speakerId!]: 'The Coalition' });
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('at a moment is the claim as it was then; before it was made there is none', async () => {
    const { ctx, id, claim } = await lived();
    const { events } = await claimHistory(ctx, { id });
    const [made, , changed] = events;
    const at = async (moment: string) => (await claimAt(ctx, { id, at: moment })).then;
    expect((await at(made!.at))?.claim).toEqual(claim);
    expect((await at(changed!.at))?.claim).toMatchObject({ modality: 'admits', evidence: claim.evidence });
    expect(await at('2018-01-01T00:00:00.000Z')).toBeNull();
    const now = await claimAt(ctx, { id, at: '2999-01-01T00:00:00.000Z' });
    expect(contract['claims.at'].output.parse(now)).toEqual(now);
    expect(now.then?.claim).toEqual(await getClaim(ctx, id));
    await expect(claimHistory(ctx, { id: claim.speakerId! })).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'claim' } });
  });

  test('a link goes from what is and from what was with the claim at its other end', async () => {
    const { ctx, id, other } = await lived();
    const before = await lastSeq(ctx);
    await removeClaim(ctx, { id: other.id, reason: 'not about this' });
    const links = async (seq: number) => (await claimAt(ctx, { id, seq })).then?.links.length;
    expect([await links(before), await links(before + 1)]).toEqual([1, 0]);
    expect((await listRecordLinks(ctx, { kind: 'claim', id })).links).toEqual([]);
  });
});

const anyFields = fc.record({
  act: fc.constantFrom('killed', 'exhumed', 'struck'),
  modality: fc.constantFrom(...modalities),
  quantities: fc.array(fc.record({ value: fc.nat(2000), unit: fc.constantFrom('bodies', 'civilians') }), { maxLength: 3 }),
  note: fc.string({ maxLength: 20 }),
  cause: fc.option(fc.constantFrom('airstrike', 'غارة')),
  when: fc.option(fc.constantFrom('2018', '2018-11~', '2017-03/2017-10')),
  victims: fc.array(fc.record({ name: fc.constantFrom('A.', 'محمد'), gender: fc.constantFrom('man' as const, 'girl' as const) }), {
    maxLength: 2,
  }),
  extra: fc.record({ district: fc.string({ maxLength: 5 }), checked: fc.boolean() }, { requiredKeys: [] }),
});
const anyAct = fc.oneof(
  fc.record({ do: fc.constant('update' as const), fields: anyFields }),
  fc.record({ do: fc.constant('link' as const), passage: fc.nat(2), stance: fc.constantFrom(...stances) }),
  fc.record({ do: fc.constantFrom('unlink' as const, 'restate' as const), which: fc.nat(5), stance: fc.constantFrom(...stances) }),
  fc.record({ do: fc.constantFrom('relate' as const, 'unrelate' as const), which: fc.nat(2) }),
  fc.record({
    do: fc.constantFrom('grade' as const, 'withdraw' as const),
    value: fc.constantFrom('A', 'B', 'C'),
    by: fc.constantFrom('first', 'second'),
  }),
);
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

test('whatever was done, the claim rebuilt after each entry is the claim as its rows were then', { timeout: 120_000 }, async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 14 }), async (acts) => {
      const { ctx, engine } = await temporaryCase();
      ctx.writer?.raw.pragma('synchronous = OFF');
      await addField(ctx, { subject: 'claim', name: 'district', label: 'District', type: 'text', options: [], note: '' });
      await addField(ctx, { subject: 'claim', name: 'checked', label: 'Checked', type: 'yes or no', options: [], note: '' });
      const itemId = await keepTextItem(ctx, 'First words. Second words. Third words.');
      const passages = await Promise.all(['First', 'Second', 'Third'].map(async (quote) => (await newPassage(ctx, itemId, quote)).id));
      const others = [await newClaim(ctx), await newClaim(ctx), await newClaim(ctx, { incidentId: (await newIncident(ctx, 'A-1')).id })];
      const { id } = await newClaim(ctx, { evidence: [{ passageId: passages[0]!, stance: 'states' }] });
      const told = new Map<number, unknown>();
      const note = async () =>
        told.set(await lastSeq(ctx), {
          claim: await getClaim(ctx, id),
          links: (await listRecordLinks(ctx, { kind: 'claim', id })).links,
          grades: await gradesOf(ctx.read, [id]),
        });
      await note();
      for (const act of acts) {
        const ids = others.map((one) => one.id);
        // Refusals change nothing, which is told too.
        done += await perform(ctx, id, act, passages, ids).then(
          () => 1,
          () => 0,
        );
        await note();
      }
      for (const [seq, then] of told)
        expect((await claimAt(ctx, { id, seq })).then).toMatchObject({ isRemoved: false, ...(then as object) });
      await engine.open?.close();
      engine.open = null;
    }),
    { numRuns: Number(process.env['HOLDFAST_RUNS'] ?? 12) },
  );
  expect(done).toBeGreaterThan(20);
});

async function perform(ctx: CaseContext, id: string, act: Act, passages: string[], others: string[]): Promise<void> {
  switch (act.do) {
    case 'update':
      await updateClaim(ctx, { id, fields: fields(act.fields) });
      return;
    case 'link':
      await linkEvidence(ctx, { claimId: id, passageId: passages[act.passage]!, stance: act.stance, note: '' });
      return;
    case 'unlink':
    case 'restate': {
      const one = (await getClaim(ctx, id)).evidence[act.which];
      if (one !== undefined && act.do === 'unlink') await unlinkEvidence(ctx, { id: one.id, reason: 'r' });
      if (one !== undefined && act.do === 'restate') await restateEvidence(ctx, { id: one.id, stance: act.stance, note: 'n', reason: 'r' });
      return;
    }
    case 'relate':
      await link(ctx, { kind: 'claim', fromId: id, toId: others[act.which]!, relation: act.which === 2 ? 'contradicts' : 'repeats' });
      return;
    case 'unrelate': {
      const one = (await listRecordLinks(ctx, { kind: 'claim', id })).links[act.which];
      if (one !== undefined) await removeRecordLink(ctx, { kind: 'claim', id: one.id, reason: 'r' });
      return;
    }
    case 'grade':
      await giveGrade(as(ctx, act.by), {
        subjectKind: 'claim',
        subjectId: id,
        scale: 'admiralty reliability',
        value: act.value,
        reason: 'r',
      });
      return;
    case 'withdraw': {
      const one = (await gradesOf(ctx.read, [id])).find((grade) => grade.createdBy === act.by);
      if (one !== undefined) await withdrawGrade(ctx, { id: one.id, reason: 'r' });
    }
  }
}

test('grades that were withdrawn stay on record with who took them out and why', async () => {
  const { ctx, id, grade } = await lived();
  await giveGrade(ctx, { subjectKind: 'claim', subjectId: id, scale: 'admiralty credibility', value: '5', reason: 'no second source' });
  await withdrawGrade(as(ctx, 'second'), { id: grade.id, reason: 'hasty' });
  const { grades } = await gradeHistory(ctx, { subjectKind: 'claim', subjectId: id });
  expect(grades).toMatchObject([
    { value: '5', current: true, withdrawn: null },
    { value: '2', current: false, withdrawn: { by: 'second', reason: 'hasty' } },
  ]);
});

test('two hundred versions are told and rebuilt without a wait', async () => {
  const { ctx } = await temporaryCase();
  ctx.writer?.raw.pragma('synchronous = OFF');
  const { id } = await newClaim(ctx);
  for (let value = 1; value <= 199; value += 1) await updateClaim(ctx, { id, fields: fields({ quantities: [{ value, unit: 'bodies' }] }) });
  const start = performance.now();
  const { events } = await claimHistory(ctx, { id });
  const middle = await claimAt(ctx, { id, seq: events[99]!.seq });
  expect(events.at(-1)?.version).toBe(200);
  expect(middle.then?.claim.quantities).toMatchObject([{ value: 99 }]);
  expect(performance.now() - start).toBeLessThan(15_000);
});
