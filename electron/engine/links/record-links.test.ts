import { describe, expect, test } from 'vitest';
import { contract, type CallInput } from '#shared/contract.ts';
import { claimFields } from '#shared/model/claims.ts';
import type { CaseContext } from '../context.ts';
import { giveGrade, gradesOf, withdrawGrade } from '../grades/grades.ts';
import { updateClaim } from '../claims/write-claims.ts';
import { mergeParties, unmergeParty } from '../parties/merge-parties.ts';
import { getParty } from '../parties/read-parties.ts';
import { removeParty } from '../parties/write-parties.ts';
import { newClaim, newIncident, newParty } from '../testing/claim-fixtures.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { createRecordLink, listRecordLinks, removeRecordLink, restoreRecordLink } from './record-links.ts';

const link = (ctx: CaseContext, given: CallInput<'links.create'>) => createRecordLink(ctx, contract['links.create'].input.parse(given));

describe('relations', () => {
  test('a circle of repeats is refused, named by its claims, and nothing is linked', async () => {
    const { ctx } = await temporaryCase();
    const [a, b, c] = [await newClaim(ctx, { act: 'killed' }), await newClaim(ctx, { act: 'struck' }), await newClaim(ctx)];
    await link(ctx, { kind: 'claim', fromId: b.id, toId: a.id, relation: 'repeats' });
    await link(ctx, { kind: 'claim', fromId: c.id, toId: b.id, relation: 'repeats' });
    const closing = link(ctx, { kind: 'claim', fromId: a.id, toId: c.id, relation: 'repeats' });
    await expect(closing).rejects.toMatchObject({
      code: 'link-cycle',
      facts: { path: '“asserts: killed” repeats “asserts: exhumed” repeats “asserts: struck” repeats “asserts: killed”' },
    });
    await link(ctx, { kind: 'claim', fromId: a.id, toId: c.id, relation: 'contradicts' });
    expect((await listRecordLinks(ctx, { kind: 'claim' })).links).toHaveLength(3);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('the same link twice, to itself, and to nothing are refused; a removed one comes back only where it may', async () => {
    const { ctx } = await temporaryCase();
    const [one, two] = [await newIncident(ctx, 'A-1'), await newIncident(ctx, 'A-2')];
    const { id } = await link(ctx, { kind: 'incident', fromId: one.id, toId: two.id, relation: 'part of' });
    await expect(link(ctx, { kind: 'incident', fromId: one.id, toId: two.id, relation: 'part of' })).rejects.toMatchObject({
      code: 'already-exists',
    });
    await expect(link(ctx, { kind: 'incident', fromId: one.id, toId: one.id, relation: 'follows' })).rejects.toMatchObject({
      code: 'wrong-input',
    });
    await removeRecordLink(ctx, { kind: 'incident', id, reason: 'wrong' });
    expect((await listRecordLinks(ctx, { kind: 'incident', id: one.id })).links).toEqual([]);
    await link(ctx, { kind: 'incident', fromId: two.id, toId: one.id, relation: 'part of' });
    await expect(restoreRecordLink(ctx, { kind: 'incident', id, reason: 'after all' })).rejects.toMatchObject({
      code: 'link-cycle',
      facts: { path: 'A-1 part of A-2 part of A-1' },
    });
  });
});

describe('parties found to be one', () => {
  test('what named the one goes on naming it; naming it anew is refused with the other’s name', async () => {
    const { ctx } = await temporaryCase();
    const [was, is] = [await newParty(ctx, 'RCC'), await newParty(ctx, 'Raqqa Civil Council')];
    const claim = await newClaim(ctx, { speakerId: was.id });
    expect(await mergeParties(ctx, { id: was.id, intoId: is.id, reason: 'its short name' })).toMatchObject({
      mergedInto: is.id,
      claims: 1,
    });
    await expect(newClaim(ctx, { speakerId: was.id })).rejects.toMatchObject({
      code: 'party-merged',
      facts: { name: 'RCC', into: 'Raqqa Civil Council', intoId: is.id },
    });
    const kept = await updateClaim(ctx, { id: claim.id, fields: { ...claimFields.parse(claim), note: 'n' }, why: 'a note' });
    expect(kept).toMatchObject({ speakerId: was.id, note: 'n' });
    await expect(mergeParties(ctx, { id: is.id, intoId: was.id, reason: 'r' })).rejects.toMatchObject({ code: 'party-merged' });
    await expect(removeParty(ctx, { id: is.id, reason: 'r' })).rejects.toMatchObject({
      code: 'still-used',
      facts: { by: 'merged parties' },
    });
    await unmergeParty(ctx, { id: was.id, reason: 'two bodies after all' });
    expect((await getParty(ctx, was.id)).mergedInto).toBeNull();
    await newClaim(ctx, { speakerId: was.id });
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });
});

describe('grades', () => {
  test('a changed mind keeps both; two people’s stand side by side; one withdrawn gives way to the one before', async () => {
    const { ctx } = await temporaryCase();
    const { id } = await newClaim(ctx);
    const give = (by: string, value: string) =>
      giveGrade(
        { ...ctx, settings: { ...ctx.settings, actor: by } },
        { subjectKind: 'claim', subjectId: id, scale: 'admiralty credibility', value, reason: `because ${value}` },
      );
    await give('first', '3');
    await give('second', '5');
    const last = await give('first', '2');
    const current = async () => (await gradesOf(ctx.read, [id])).filter((one) => one.current).map((one) => [one.createdBy, one.value]);
    expect((await current()).sort()).toEqual([
      ['first', '2'],
      ['second', '5'],
    ]);
    expect(await gradesOf(ctx.read, null)).toHaveLength(3);
    await withdrawGrade(ctx, { id: last.id, reason: 'hasty' });
    expect((await current()).sort()).toEqual([
      ['first', '3'],
      ['second', '5'],
    ]);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test.each([
    [{ scale: 'airwars', value: 'fair' }, 'this scale does not judge such a thing'],
    [{ scale: 'admiralty credibility', value: '7' }, 'the value is not on the scale'],
    [{ scale: 'admiralty credibility', value: '1', reason: ' ' }, 'a grade needs its reason'],
  ])('%j is refused in words', (given, message) => {
    const parsed = contract['grades.give'].input.safeParse({
      subjectKind: 'claim',
      subjectId: '00000000-0000-7000-8000-000000000000',
      reason: 'r',
      ...given,
    });
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });
});
