import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimFields, type ClaimFields } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import { partyFields } from '#shared/model/parties.ts';
import { settleContradiction } from '../analysis/settlements.ts';
import { bulkEdit } from '../claims/bulk/bulk-edit.ts';
import { linkEvidence, unlinkEvidence } from '../claims/evidence-links.ts';
import { listClaims } from '../claims/list/list-claims.ts';
import { getClaim } from '../claims/read-claims.ts';
import { removeClaim, updateClaim } from '../claims/write-claims.ts';
import type { CaseContext } from '../context.ts';
import { giveGrade, gradesOf, withdrawGrade } from '../grades/grades.ts';
import { listIncidents } from '../incidents/read-incidents.ts';
import { removeIncident, updateIncident } from '../incidents/write-incidents.ts';
import { createRecordLink, listRecordLinks, removeRecordLink } from '../links/record-links.ts';
import { mergeParties, unmergeParty } from '../parties/merge-parties.ts';
import { listParties } from '../parties/read-parties.ts';
import { removeParty, updateParty } from '../parties/write-parties.ts';
import { querySearch } from '../search/query-search.ts';
import { firstPage, newClaim, newIncident, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { listUndoable, turnRound } from './turn-round.ts';

const text = 'Nearly 1,236 bodies have been exhumed from three mass graves.';
const without = <Row extends { updatedAt: string }>({ updatedAt: _updatedAt, ...row }: Row) => row;

/** All that acts on claims change, as a person could see it. */
async function seen(ctx: CaseContext): Promise<unknown> {
  const found = await querySearch(ctx, { words: 'alpha OR beta OR killed OR exhumed OR injured', kinds: ['claim'], limit: 100, offset: 0 });
  const links = [];
  for (const kind of ['claim', 'incident', 'party'] as const) links.push(...(await listRecordLinks(ctx, { kind })).links);
  return {
    claims: (await listClaims(ctx, firstPage)).rows.map(without),
    incidents: (await listIncidents(ctx, firstPage)).rows.map(without),
    parties: (await listParties(ctx, firstPage)).rows.map(without),
    links,
    grades: await gradesOf(ctx.read, null),
    found: found.rows.map(({ id, title }) => `${id} ${title}`).sort(),
  };
}

const kinds = [
  'claim', 'claim', 'party', 'incident', 'change', 'change', 'bulk', 'remove', 'evidence', 'unlink', 'grade', 'withdraw', 'relate',
  'unrelate', 'merge', 'unmerge', 'rename', 'recode', 'remove party', 'remove incident', 'settle',
] as const; // prettier-ignore
type Step = { act: (typeof kinds)[number]; one: number; two: number };
const step: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom(...kinds), one: fc.nat(7), two: fc.nat(7) });

const pick = <Row>(rows: readonly Row[], at: number): Row | undefined => rows[at % Math.max(1, rows.length)];
const acts = ['killed', 'exhumed', 'injured'];

/** Does one step with what is there; what the case refuses does nothing. */
async function take(ctx: CaseContext, passages: readonly string[], { act, one, two }: Step): Promise<void> {
  const claims = (await listClaims(ctx, firstPage)).rows;
  const parties = (await listParties(ctx, firstPage)).rows;
  const incidents = (await listIncidents(ctx, firstPage)).rows;
  const [a, b] = [pick(claims, one), pick(claims, two)];
  const [party, other] = [pick(parties, one), pick(parties, two)];
  const incident = pick(incidents, one);
  const passageId = passages[two % passages.length] ?? '';
  const fields: Partial<ClaimFields> = {
    act: acts[one % 3] ?? '',
    speakerId: party?.id ?? null,
    incidentId: incident?.id ?? null,
    saidAt: one % 2 === 0 ? '2018' : null,
    parties: other === undefined ? [] : [{ partyId: other.id, role: 'target' }],
    quantities: [{ qualifier: 'exactly', value: two, min: null, max: null, unit: 'bodies', role: 'count', breakdown: [] }],
  };
  const linkOf = async (kind: 'claim' | 'incident' | 'party') => ({ kind, link: (await listRecordLinks(ctx, { kind })).links[0] });
  const does: Partial<Record<Step['act'], () => Promise<unknown>>> = {
    claim: () => newClaim(ctx, { ...fields, evidence: [{ passageId, stance: 'states' }] }),
    party: () => newParty(ctx, `alpha ${two}`, [{ name: 'ألفا' }]),
    incident: () => newIncident(ctx, `I-${incidents.length}-${two}`),
    bulk: () =>
      bulkEdit(ctx, {
        chosen: { filter: {}, except: [] },
        set: { modality: two % 2 === 0 ? 'denies' : 'asserts', renameUnit: { from: 'bodies', to: 'people' } },
        why: 'w',
      }),
    merge: async () =>
      party !== undefined && other !== undefined && (await mergeParties(ctx, { id: party.id, intoId: other.id, reason: 'same' })),
    unmerge: async () => party !== undefined && (await unmergeParty(ctx, { id: party.id, reason: 'not' })),
    rename: async () =>
      party !== undefined &&
      (await updateParty(ctx, { id: party.id, fields: { ...partyFields.parse(party), name: `beta ${one}` }, why: undefined })),
    recode: async () =>
      incident !== undefined &&
      (await updateIncident(ctx, { id: incident.id, fields: { ...incidentFields.parse(incident), title: `beta ${one}` }, why: undefined })),
    'remove party': async () => party !== undefined && (await removeParty(ctx, { id: party.id, reason: 'r' })),
    'remove incident': async () => incident !== undefined && (await removeIncident(ctx, { id: incident.id, reason: 'r' })),
    unrelate: async () => {
      const { kind, link } = await linkOf((['claim', 'party'] as const)[two % 2] ?? 'claim');
      if (link !== undefined) await removeRecordLink(ctx, { kind, id: link.id, reason: 'r' });
    },
    ...(a === undefined ? {} : ofClaims(ctx, a, { b, passageId, fields, two, party, other })),
  };
  // Refused for a reason the acts' own tests know.
  await does[act]?.().catch(() => undefined);
}

type Claim = Awaited<ReturnType<typeof getClaim>>;
type More = {
  b: Claim | undefined;
  passageId: string;
  fields: Partial<ClaimFields>;
  two: number;
  party: { id: string } | undefined;
  other: { id: string } | undefined;
};

function ofClaims(
  ctx: CaseContext,
  a: Claim,
  { b, passageId, fields, two, party, other }: More,
): Partial<Record<Step['act'], () => Promise<unknown>>> {
  return {
    change: () => updateClaim(ctx, { id: a.id, fields: { ...claimFields.parse(a), ...fields }, why: 'w' }),
    remove: () => removeClaim(ctx, { id: a.id, reason: 'r' }),
    evidence: () => linkEvidence(ctx, { claimId: a.id, passageId, stance: 'supports', note: '' }),
    unlink: async () => a.evidence[0] !== undefined && (await unlinkEvidence(ctx, { id: a.evidence[0].id, reason: 'r' })),
    grade: () =>
      giveGrade(ctx, { subjectKind: 'claim', subjectId: a.id, scale: 'admiralty credibility', value: String(1 + (two % 6)), reason: 'r' }),
    withdraw: async () => {
      const [grade] = await gradesOf(ctx.read, [a.id]);
      if (grade !== undefined) await withdrawGrade(ctx, { id: grade.id, reason: 'r' });
    },
    relate: async () => {
      if (two % 2 === 0 && b !== undefined)
        await createRecordLink(ctx, { kind: 'claim', fromId: a.id, toId: b.id, relation: 'repeats', when: null, note: '' });
      else if (party !== undefined && other !== undefined)
        await createRecordLink(ctx, { kind: 'party', fromId: party.id, toId: other.id, relation: 'part of', when: '2018/..', note: '' });
    },
    settle: async () =>
      b !== undefined && (await settleContradiction(ctx, { rule: 'figures apart', claimA: a.id, claimB: b.id, reason: 'r' })),
  };
}

test('law: acts on claims, evidence, incidents, parties, relations and grades, all undone, are as before, and done again as after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const { ctx } = await temporaryCase();
      const itemId = await keepTextItem(ctx, text);
      const passages = [(await newPassage(ctx, itemId, 'bodies')).id, (await newPassage(ctx, itemId, 'three mass graves')).id];
      const first = await seen(ctx);
      for (const one of steps) await take(ctx, passages, one);
      const last = await seen(ctx);
      let turns = 0;
      while ((await listUndoable(ctx)).undo?.action.startsWith('passage.') === false) {
        await turnRound(ctx, 'undo');
        turns += 1;
      }
      expect(await seen(ctx)).toEqual(first);
      for (let again = 0; again < turns; again += 1) expect((await turnRound(ctx, 'redo')).turned).not.toBeNull();
      expect(await seen(ctx)).toEqual(last);
      expect((await runVerify(ctx, {})).findings).toEqual([]);
    }),
    { numRuns: Number(process.env['HOLDFAST_RUNS'] ?? 8), endOnFailure: true },
  );
}, 120_000);

test('a bulk edit is one act to undo; what somebody wrote over since is not taken back with it, and then nothing is', async () => {
  const { ctx } = await temporaryCase();
  const ids = [];
  for (let n = 0; n < 3; n += 1) ids.push((await newClaim(ctx, { note: String(n) })).id);
  await bulkEdit(ctx, { chosen: { ids }, set: { act: 'killed', cause: 'airstrike' }, why: 'read again' });
  expect((await listUndoable(ctx)).undo).toMatchObject({ action: 'claim.updated', count: 3 });
  const third = await getClaim(ctx, ids[2] ?? '');
  await updateClaim(
    { ...ctx, acted: () => {} },
    { id: third.id, fields: { ...claimFields.parse(third), cause: 'shelling' }, why: undefined },
  );
  await expect(turnRound(ctx, 'undo')).rejects.toMatchObject({ code: 'changed-since', facts: { kind: 'claim', id: third.id } });
  expect((await getClaim(ctx, ids[0] ?? '')).act).toBe('killed');
  await updateClaim({ ...ctx, acted: () => {} }, { id: third.id, fields: { ...claimFields.parse(third), note: 'more' }, why: undefined });
  expect(await turnRound(ctx, 'undo')).toMatchObject({ turned: { action: 'claim.updated', count: 3 } });
  for (const id of ids) expect(await getClaim(ctx, id)).toMatchObject({ act: 'exhumed', cause: null });
  expect((await getClaim(ctx, third.id)).note, 'what the act said nothing of stays').toBe('more');
});

test('what comes back must have what it names: a claim its passage, evidence its claim, a merge its parties unmerged', async () => {
  const { ctx } = await temporaryCase();
  const behind = { ...ctx, acted: () => {} };
  const passage = await newPassage(ctx, await keepTextItem(ctx, text), 'bodies');
  const claim = await newClaim(ctx, { evidence: [{ passageId: passage.id, stance: 'states' }] });
  await unlinkEvidence(ctx, { id: claim.evidence[0]?.id ?? '', reason: 'r' });
  await linkEvidence(behind, { claimId: claim.id, passageId: passage.id, stance: 'states', note: 'again' });
  await expect(turnRound(ctx, 'undo')).rejects.toMatchObject({ code: 'already-exists' });
  await removeClaim(behind, { id: claim.id, reason: 'r' });
  await expect(turnRound(ctx, 'undo')).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'claim' } });
  const [a, b, c] = [await newParty(ctx, 'a'), await newParty(ctx, 'b'), await newParty(ctx, 'c')];
  await mergeParties(behind, { id: a.id, intoId: b.id, reason: 'r' });
  await unmergeParty(ctx, { id: a.id, reason: 'r' });
  await mergeParties(behind, { id: b.id, intoId: c.id, reason: 'r' });
  await expect(turnRound(ctx, 'undo')).rejects.toMatchObject({ code: 'party-merged' });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});
