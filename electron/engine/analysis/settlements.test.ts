import { describe, expect, test } from 'vitest';
import { updateClaim, removeClaim } from '../claims/write-claims.ts';
import { fields, newClaim, newIncident, newParty } from '../testing/claim-fixtures.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { incidentAnalysis } from './handlers.ts';
import { settleContradiction, unsettleContradiction } from './settlements.ts';

async function twoCounts() {
  const { ctx } = await temporaryCase();
  const incident = await newIncident(ctx, 'A-1');
  const [one, two] = [await newParty(ctx, 'Committee'), await newParty(ctx, 'Watch')];
  const counted = (speakerId: string, value: number) => ({ incidentId: incident.id, speakerId, quantities: [{ value, unit: 'bodies' }] });
  const [a, b] = [await newClaim(ctx, counted(one.id, 500)), await newClaim(ctx, counted(two.id, 1236))];
  const contradictions = async () => (await incidentAnalysis(ctx, incident.id)).contradictions;
  return { ctx, a, b, counted, contradictions, speakers: [one.id, two.id] as const };
}
const rule = 'figures apart' as const;

describe('a contradiction', () => {
  test('is settled by either order of its claims, told with who and why, and unsettled again', async () => {
    const { ctx, a, b, contradictions } = await twoCounts();
    const { id } = await settleContradiction(ctx, { rule, claimA: b.id, claimB: a.id, reason: 'counted at different times' });
    expect(await contradictions()).toMatchObject([
      { rule, claimA: a.id, claimB: b.id, settlement: { id, reason: 'counted at different times', by: 'tester', stale: false } },
    ]);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
    await unsettleContradiction(ctx, { id, reason: 'it is not so' });
    expect(await contradictions()).toMatchObject([{ settlement: null }]);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
    const actions = (await ctx.read.selectFrom('journal').select('action').where('subject', '=', id).orderBy('seq').execute()).map(
      (one) => one.action,
    );
    expect(actions).toEqual(['settlement.created', 'settlement.removed']);
  });

  test('settled is stale when a claim is changed, and gone when the claims agree', async () => {
    const { ctx, a, b, counted, contradictions, speakers } = await twoCounts();
    await settleContradiction(ctx, { rule, claimA: a.id, claimB: b.id, reason: 'r' });
    await updateClaim(ctx, { id: b.id, fields: fields(counted(speakers[1], 1240)) });
    expect(await contradictions()).toMatchObject([{ settlement: { reason: 'r', stale: true } }]);
    await updateClaim(ctx, { id: b.id, fields: fields(counted(speakers[1], 500)) });
    expect(await contradictions()).toEqual([]);
  });

  test('is refused when it is settled, when a claim is removed or is no other, and nothing is written', async () => {
    const { ctx, a, b } = await twoCounts();
    const { id } = await settleContradiction(ctx, { rule, claimA: a.id, claimB: b.id, reason: 'r' });
    const settle = (claimA: string, claimB: string) => settleContradiction(ctx, { rule, claimA, claimB, reason: 'again' });
    await expect(settle(b.id, a.id)).rejects.toMatchObject({ code: 'already-exists', facts: { kind: 'settlement', id } });
    await expect(settle(a.id, a.id)).rejects.toMatchObject({ code: 'wrong-input' });
    await settleContradiction(ctx, { rule: 'linked', claimA: a.id, claimB: b.id, reason: 'another rule' });
    await removeClaim(ctx, { id: b.id, reason: 'wrong' });
    await expect(settle(a.id, b.id)).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'claim', id: b.id } });
    await expect(unsettleContradiction(ctx, { id: a.id, reason: 'r' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await ctx.read.selectFrom('settlement').select('rule').orderBy('rule').execute()).toEqual([{ rule }, { rule: 'linked' }]);
  });
});
