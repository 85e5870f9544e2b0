import { expect, test } from 'vitest';
import type { CompiledQuery } from 'kysely';
import { giveGrade } from '../grades/grades.ts';
import { createRecordLink } from '../links/record-links.ts';
import { mergeParties } from '../parties/merge-parties.ts';
import { removeClaim } from '../claims/write-claims.ts';
import { newClaim, newIncident, newParty } from '../testing/claim-fixtures.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { linksFromQuery, standingSettlements } from './gather-incident.ts';
import { incidentAnalysis } from './handlers.ts';

const repeats = (fromId: string, toId: string) => ({
  kind: 'claim' as const,
  fromId,
  toId,
  relation: 'repeats' as const,
  when: null,
  note: '',
});

test('what a claim of another incident says first is found over steps that are about nothing; a removed one is left out', async () => {
  const { ctx } = await temporaryCase();
  const [here, there] = [await newIncident(ctx, 'A-1'), await newIncident(ctx, 'A-2')];
  const [watch, paper] = [await newParty(ctx, 'Watch'), await newParty(ctx, 'Paper')];
  const first = await newClaim(ctx, { incidentId: there.id, speakerId: watch.id });
  const between = await newClaim(ctx, {});
  const last = await newClaim(ctx, { incidentId: here.id, speakerId: paper.id });
  await createRecordLink(ctx, repeats(between.id, first.id));
  await createRecordLink(ctx, repeats(last.id, between.id));
  const origins = async () =>
    (await incidentAnalysis(ctx, here.id)).origins.map(({ id, claims, roots, known }) => ({ id, claims, roots, known }));
  expect(await origins()).toEqual([{ id: watch.id, claims: [last.id], roots: [], known: true }]);
  await removeClaim(ctx, { id: first.id, reason: 'wrong' });
  expect(await origins()).toMatchObject([{ claims: [last.id], known: false }]);
  await removeClaim(ctx, { id: between.id, reason: 'wrong' });
  expect(await origins()).toMatchObject([{ id: paper.id, roots: [last.id], known: true }]);
});

test('figures name the party that a speaker was found to be, and its current grades where the claim has none', async () => {
  const { ctx } = await temporaryCase();
  const incident = await newIncident(ctx, 'A-1');
  const [was, is] = [await newParty(ctx, 'RCC'), await newParty(ctx, 'Raqqa Civil Council')];
  const { id } = await newClaim(ctx, { incidentId: incident.id, speakerId: was.id, quantities: [{ value: 3, unit: 'bodies' }] });
  await mergeParties(ctx, { id: was.id, intoId: is.id, reason: 'its short name' });
  const by = (actor: string) => ({ ...ctx, settings: { ...ctx.settings, actor } });
  const grade = { subjectKind: 'party' as const, subjectId: was.id, scale: 'admiralty reliability' as const, reason: 'r' };
  await giveGrade(by('first'), { ...grade, value: 'C' });
  await giveGrade(by('first'), { ...grade, subjectId: is.id, value: 'B' });
  await giveGrade(by('second'), { ...grade, value: 'E' });
  await giveGrade(by('second'), { subjectKind: 'claim', subjectId: id, scale: 'admiralty credibility', value: '2', reason: 'r' });
  const figure = async () => (await incidentAnalysis(ctx, incident.id)).measures[0]?.figures[0];
  expect(await figure()).toMatchObject({ speakerId: is.id, speaker: 'Raqqa Civil Council', reliability: ['B', 'E'], credibility: ['2'] });
  await giveGrade(by('second'), { ...grade, subjectKind: 'claim', subjectId: id, value: 'A' });
  expect(await figure()).toMatchObject({ reliability: ['A'] });
});

test('links and settlements of an incident are found by their indexes', async () => {
  const { ctx } = await temporaryCase();
  const plan = ({ sql, parameters }: CompiledQuery) =>
    (ctx.writer!.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(parameters as string[])) as { detail: string }[])
      .map((one) => one.detail)
      .join('\n');
  const links = plan(linksFromQuery('x').compile(ctx.read));
  expect(links).toContain('USING INDEX claimLinkFrom');
  expect(links).not.toMatch(/SCAN (claim|l|burial)\b/);
  const settlements = plan(standingSettlements(ctx.read, 'x').compile());
  expect(settlements).toContain('USING INDEX settlementClaims');
  expect(settlements).not.toMatch(/SCAN (claim|settlement|burial)\b/);
});
