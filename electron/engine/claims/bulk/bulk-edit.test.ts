import { expect, test } from 'vitest';
import { applyChanges } from '#shared/claims/apply-changes.ts';
import { claimChanges } from '#shared/model/claim-changes.ts';
import type { CaseContext } from '../../context.ts';
import { together } from '../../journal/mutate.ts';
import { mergeParties } from '../../parties/merge-parties.ts';
import { fields, firstPage, newClaim, newParty } from '../../testing/claim-fixtures.ts';
import { temporaryCase } from '../../testing/temporary-case.ts';
import { listUndoable, turnRound } from '../../undo/turn-round.ts';
import { runVerify } from '../../verify/run-verify.ts';
import { listClaims } from '../list/list-claims.ts';
import { getClaim } from '../read-claims.ts';
import { bulkEdit, previewBulk } from './bulk-edit.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
const entries = async (ctx: CaseContext) =>
  (await ctx.read.selectFrom('journal').select(['action', 'subject', 'payload']).where('action', '=', 'claim.updated').execute()).map(
    ({ subject, payload }) => ({ subject, payload: JSON.parse(payload) as { changed: object; why?: string } }),
  );

test('changes put into a claim leave all else as it is', () => {
  const partyId = nobody;
  const before = fields({
    quantities: [{ value: 3, unit: 'bodies' }],
    parties: [{ partyId, role: 'target' }],
    extra: { a: 1, b: 'x' },
    cause: 'strike',
  });
  expect(applyChanges(before, { act: 'killed' })).toEqual({ ...before, act: 'killed' });
  expect(applyChanges(before, { cause: null }).cause).toBeNull();
  expect(applyChanges(before, { addParty: { partyId, role: 'target' } })).toEqual(before);
  expect(applyChanges(before, { removeParty: { partyId, role: 'victim' } })).toEqual(before);
  expect(applyChanges(before, { removeParty: { partyId, role: 'target' }, addParty: { partyId, role: 'victim' } }).parties).toEqual([
    { partyId, role: 'victim' },
  ]);
  expect(applyChanges(before, { renameUnit: { from: 'bodies', to: 'people' } }).quantities[0]).toMatchObject({ value: 3, unit: 'people' });
  expect(applyChanges(before, { extra: { b: null, c: true } }).extra).toEqual({ a: 1, c: true });
  expect(claimChanges.safeParse({}).success).toBe(false);
});

test('many claims are changed as one act, each with its entry, what was and why; those that say so already are left alone', async () => {
  const { ctx } = await temporaryCase();
  const [a, b, c] = [await newClaim(ctx), await newClaim(ctx, { act: 'killed' }), await newClaim(ctx, { act: 'injured' })];
  const set = { act: 'killed', saidAt: null };
  expect(await previewBulk(ctx, { chosen: { filter: {}, except: [] }, set })).toMatchObject({
    total: 3,
    changed: 2,
    first: [{ id: a.id, changed: ['act'] }, { id: c.id }],
  });
  expect(await bulkEdit(ctx, { chosen: { ids: [a.id, b.id, a.id] }, set, why: 'read again' })).toEqual({ changed: 1, unchanged: 1 });
  expect(await bulkEdit(ctx, { chosen: { filter: {}, except: [a.id] }, set, why: undefined })).toEqual({ changed: 1, unchanged: 1 });
  expect(await entries(ctx)).toMatchObject([
    { subject: a.id, payload: { changed: { act: { before: 'exhumed', after: 'killed' } }, why: 'read again' } },
    { subject: c.id, payload: { changed: { act: { before: 'injured', after: 'killed' } } } },
  ]);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

test('one claim that cannot be changed refuses all of them, by name', async () => {
  const { ctx } = await temporaryCase();
  const [was, is] = [await newParty(ctx, 'RCC'), await newParty(ctx, 'Committee')];
  const [a, b] = [await newClaim(ctx, { speakerId: was.id }), await newClaim(ctx, { act: 'killed' })];
  await mergeParties(ctx, { id: was.id, intoId: is.id, reason: 'same' });
  const refused = bulkEdit(ctx, { chosen: { ids: [a.id, b.id] }, set: { speakerId: was.id, cause: 'x' }, why: undefined });
  await expect(refused).rejects.toMatchObject({
    code: 'bulk-refused',
    facts: { id: b.id, claim: 'asserts: killed', because: 'party-merged' },
  });
  expect([(await getClaim(ctx, a.id)).cause, await entries(ctx)]).toEqual([null, []]);
  await expect(bulkEdit(ctx, { chosen: { ids: [a.id, nobody] }, set: { cause: 'x' }, why: undefined })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await getClaim(ctx, a.id)).cause).toBeNull();
});

/** `HOLDFAST_MANY=2000` to see how long it takes on a machine by itself. */
const many = Number(process.env['HOLDFAST_MANY'] ?? 300);

test('hundreds of claims are changed, taken back and done again, in one step each', async () => {
  const { ctx } = await temporaryCase();
  const speaker = await newParty(ctx, 'Committee');
  const times: number[] = [];
  const timed = async (run: () => Promise<unknown>) => {
    const start = performance.now();
    await run();
    times.push(Math.round(performance.now() - start));
  };
  await timed(() =>
    together(ctx, async (joint) => {
      for (let n = 0; n < many; n += 1) await newClaim(joint, { note: String(n), quantities: [{ value: n, unit: 'bodies' }] });
    }),
  );
  const set = { speakerId: speaker.id, renameUnit: { from: 'bodies', to: 'people' } };
  await timed(() => previewBulk(ctx, { chosen: { filter: {}, except: [] }, set }));
  await timed(async () =>
    expect(await bulkEdit(ctx, { chosen: { filter: {}, except: [] }, set, why: 'all of them' })).toEqual({ changed: many, unchanged: 0 }),
  );
  expect((await listUndoable(ctx)).undo).toMatchObject({ action: 'claim.updated', count: many });
  await timed(() => turnRound(ctx, 'undo'));
  expect((await listClaims(ctx, { ...firstPage, speakerIds: [null], units: ['bodies'] })).total).toBe(many);
  await timed(() => turnRound(ctx, 'redo'));
  expect((await listClaims(ctx, { ...firstPage, speakerIds: [speaker.id], units: ['people'] })).total).toBe(many);
  console.info(`${many} claims, ms: make ${times[0]}, preview ${times[1]}, change ${times[2]}, undo ${times[3]}, redo ${times[4]}`);
}, 240_000);
