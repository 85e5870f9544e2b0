import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { listEntries } from '../journal/list-entries.ts';
import { removePassage } from '../passages/change-passage.ts';
import { claimInput, fields, firstPage, newClaim, newIncident, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { reopen, temporaryCase } from '../testing/temporary-case.ts';
import { linkEvidence, unlinkEvidence } from './evidence-links.ts';
import { listClaims, ordered } from './list/list-claims.ts';
import { narrowClaims } from './list/narrow-claims.ts';
import { getClaim } from './read-claims.ts';
import { createClaim, removeClaim, updateClaim } from './write-claims.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
const words = 'Nearly 1,236 bodies have been exhumed so far from three mass graves. Most are women and children.';

async function lastEntry(ctx: CaseContext) {
  const { rows } = await listEntries(ctx, { direction: 'descending', limit: 1, offset: 0 });
  return rows[0]!;
}

async function graves(ctx: CaseContext) {
  const itemId = await keepTextItem(ctx, words);
  const passage = await newPassage(ctx, itemId, 'Nearly 1,236 bodies');
  const committee = await newParty(ctx, 'Reconstruction Committee', [{ name: 'لجنة إعادة الإعمار' }]);
  const paper = await newParty(ctx, 'A paper');
  const incident = await newIncident(ctx, 'RAQ-0002');
  const claim = await newClaim(ctx, {
    quantities: [
      { qualifier: 'nearly', value: 1236, unit: 'bodies', breakdown: [{ groups: ['women', 'children'], qualifier: 'most' }] },
      { value: 3, unit: 'mass graves' },
    ],
    speakerId: committee.id,
    via: [
      { partyId: committee.id, medium: 'caption of a video' },
      { partyId: paper.id, medium: 'article', itemId, date: '2018' },
    ],
    when: '[..2018]',
    saidAt: '2018-11~',
    place: { name: 'Raqqa', names: { ar: 'الرقة' }, precision: 'city' },
    parties: [{ partyId: committee.id, role: 'witness' }],
    incidentId: incident.id,
    note: 'not the paper’s own count',
    evidence: [{ passageId: passage.id, stance: 'states' }],
  });
  return { itemId, passage, committee, paper, incident, claim };
}

describe('a claim', () => {
  test('comes back as it was said, after a restart too', async () => {
    const { ctx, engine, folder } = await temporaryCase();
    const { claim, passage } = await graves(ctx);
    expect(claim.quantities[0]).toEqual({
      qualifier: 'nearly',
      value: 1236,
      min: null,
      max: null,
      unit: 'bodies',
      role: 'count',
      breakdown: [{ groups: ['women', 'children'], qualifier: 'most', value: null, min: null, max: null }],
    });
    expect(claim.via.map((hop) => hop.medium)).toEqual(['caption of a video', 'article']);
    expect(claim.place?.names).toEqual({ ar: 'الرقة' });
    expect(claim.evidence).toMatchObject([{ passageId: passage.id, stance: 'states' }]);
    expect(contract['claims.get'].output.parse(claim)).toEqual(claim);
    const again = await reopen(engine, folder);
    expect(await getClaim(again, claim.id)).toEqual(claim);
    expect((await listClaims(again, firstPage)).rows).toEqual([claim]);
  });

  test.each(['speakerId', 'incidentId', 'via', 'parties', 'item', 'evidence'] as const)(
    'that names an unknown %s is refused and leaves nothing',
    async (where) => {
      const { ctx } = await temporaryCase();
      const given = {
        speakerId: { speakerId: nobody },
        incidentId: { incidentId: nobody },
        via: { via: [{ partyId: nobody }] },
        parties: { parties: [{ partyId: nobody, role: 'target' as const }] },
        item: { via: [{ itemId: nobody }] },
        evidence: { evidence: [{ passageId: nobody, stance: 'states' as const }] },
      }[where];
      const kind = { speakerId: 'party', incidentId: 'incident', via: 'party', parties: 'party', item: 'item', evidence: 'passage' }[where];
      await expect(newClaim(ctx, given)).rejects.toMatchObject({ code: 'not-found', facts: { kind, id: nobody } });
      expect((await listClaims(ctx, firstPage)).total).toBe(0);
      expect((await lastEntry(ctx)).action).toBe('case.created');
    },
  );

  test('is changed whole, and the journal says what was and what is', async () => {
    const { ctx } = await temporaryCase();
    const { claim } = await graves(ctx);
    const { id } = claim;
    const next = fields({ ...claim, modality: 'retracts', quantities: [{ qualifier: 'at least', value: 500, unit: 'bodies' }] });
    const changed = await updateClaim(ctx, { id, fields: next });
    expect(changed).toMatchObject({
      modality: 'retracts',
      quantities: [{ value: 500 }],
      evidence: claim.evidence,
      createdAt: claim.createdAt,
    });
    const entry = await lastEntry(ctx);
    expect(entry).toMatchObject({ action: 'claim.updated', subject: id, payload: { act: 'exhumed', saidAt: '2018-11~' } });
    const { changed: difference } = entry.payload as { changed: Record<string, unknown> };
    expect(Object.keys(difference).sort()).toEqual(['modality', 'quantities']);
    expect(difference.modality).toEqual({ before: 'asserts', after: 'retracts' });
    await updateClaim(ctx, { id, fields: next });
    expect((await lastEntry(ctx)).seq).toBe(entry.seq);
  });

  test('whose update is refused keeps what it said', async () => {
    const { ctx } = await temporaryCase();
    const { claim } = await graves(ctx);
    await expect(updateClaim(ctx, { id: claim.id, fields: fields({ ...claim, act: 'killed', incidentId: nobody }) })).rejects.toMatchObject(
      { code: 'not-found' },
    );
    expect(await getClaim(ctx, claim.id)).toEqual(claim);
  });

  test('removed is in no list and no search, and its passage stays', async () => {
    const { ctx } = await temporaryCase();
    const { claim, passage } = await graves(ctx);
    await removeClaim(ctx, { id: claim.id, reason: 'read wrongly' });
    await expect(getClaim(ctx, claim.id)).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'claim' } });
    expect((await listClaims(ctx, { ...firstPage, words: 'bodies' })).total).toBe(0);
    await removePassage(ctx, { id: passage.id, reason: 'no longer needed' });
  });
});

describe('what a claim may say', () => {
  const input = contract['claims.create'].input;
  const refused = (given: object) => input.safeParse({ act: 'killed', ...given }).error?.issues[0]?.message ?? 'taken';
  test.each([
    [{ quantities: [{ qualifier: 'between', min: 30, max: 20, unit: 'people' }] }, /least cannot be more/],
    [{ quantities: [{ qualifier: 'nearly', value: 1236, max: 1000, unit: 'bodies' }] }, /least cannot be more/],
    [{ quantities: [{ unit: 'people' }] }, /needs a number/],
    [{ saidAt: 'last year' }, /not an EDTF date/],
    [{ act: 'Killed' }, /lower case/],
  ])('%j is refused in words', (given, message) => expect(refused(given)).toMatch(message));
  test('"most" and "dozens" need no number', () => {
    expect(refused({ quantities: [{ qualifier: 'dozens', unit: 'people' }] })).toBe('taken');
  });
});

describe('the list of claims', () => {
  test('is filtered by words, incident, party and item', async () => {
    const { ctx } = await temporaryCase();
    const { claim, incident, paper, itemId } = await graves(ctx);
    await newClaim(ctx, { act: 'struck', note: 'something else' });
    const found = async (filter: object) => (await listClaims(ctx, { ...firstPage, ...filter })).rows.map((row) => row.id);
    for (const filter of [
      { words: '1,236 bod' },
      { words: 'Reconstr' },
      { words: 'الرقة' },
      { words: 'إعادة' },
      { incidentId: incident.id },
      { partyId: paper.id },
      { itemId },
    ]) {
      expect(await found(filter), JSON.stringify(filter)).toEqual([claim.id]);
    }
    expect(await found({ words: '"*' })).toHaveLength(2);
    expect(await found({ words: 'bodies', incidentId: nobody })).toEqual([]);
  });

  test('asks a fixed number of questions, each by an index', async () => {
    const { ctx } = await temporaryCase();
    const plan = async (query: { compile(): { sql: string; parameters: readonly unknown[] } }) => {
      const { sql, parameters } = query.compile();
      return (ctx.writer!.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[])
        .map((row) => row.detail)
        .join('\n');
    };
    const newest = ordered(narrowClaims(ctx.read, {}).select('claim.id'), 'created', 'descending').limit(10);
    expect(await plan(newest)).toContain('SCAN claim USING COVERING INDEX claimCreated');
    expect(await plan(newest)).not.toContain('TEMP B-TREE');
    for (const filter of [{ incidentId: nobody }, { partyId: nobody }, { itemId: nobody }]) {
      expect(await plan(narrowClaims(ctx.read, filter).selectAll('claim')), JSON.stringify(filter)).not.toMatch(
        /SCAN (claim|evidence|passage|tombstone)\b/,
      );
    }
  });

  test('of 5,000 is read a thousand at a time in well under a second each', async () => {
    const { ctx } = await temporaryCase();
    const raw = ctx.writer!.raw;
    const insert = raw.prepare(
      "INSERT INTO claim (id, act, modality, speakerId, \"when\", saidAt, place, cause, incidentId, note, createdAt, createdBy, updatedAt) VALUES (?, 'killed', 'asserts', NULL, NULL, NULL, NULL, NULL, NULL, '', ?, 't', ?)",
    );
    const quantity = raw.prepare("INSERT INTO claimQuantity VALUES (?, 0, 'exactly', 1, NULL, NULL, 'people', 'count')");
    raw.transaction(() => {
      for (let n = 0; n < 5000; n++) {
        const id = `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;
        insert.run(id, '2018-11-14T09:00:00.000Z', '2018-11-14T09:00:00.000Z');
        quantity.run(id);
      }
    })();
    const start = performance.now();
    const page = await listClaims(ctx, { limit: 1000, offset: 4000 });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(page.total).toBe(5000);
    expect(page.rows.every((row) => row.quantities.length === 1)).toBe(true);
  });
});

describe('evidence', () => {
  test('ties many passages to a claim, each once with a stance', async () => {
    const { ctx } = await temporaryCase();
    const { claim, passage, itemId } = await graves(ctx);
    const most = await newPassage(ctx, itemId, 'Most are women and children');
    const link = await linkEvidence(ctx, { claimId: claim.id, passageId: most.id, stance: 'supports', note: 'who' });
    expect(await lastEntry(ctx)).toMatchObject({
      action: 'evidence.linked',
      subject: link.id,
      payload: { claimId: claim.id, passageId: most.id },
    });
    await linkEvidence(ctx, { claimId: claim.id, passageId: passage.id, stance: 'context', note: '' });
    await expect(linkEvidence(ctx, { claimId: claim.id, passageId: passage.id, stance: 'states', note: '' })).rejects.toMatchObject({
      code: 'already-exists',
    });
    expect((await getClaim(ctx, claim.id)).evidence.map((one) => one.stance)).toEqual(['states', 'supports', 'context']);
    await unlinkEvidence(ctx, { id: link.id, reason: 'not about this' });
    expect((await getClaim(ctx, claim.id)).evidence.map((one) => one.stance)).toEqual(['states', 'context']);
    await linkEvidence(ctx, { claimId: claim.id, passageId: most.id, stance: 'supports', note: 'after all' });
  });

  test('is refused for what is not there, was removed, or is given twice', async () => {
    const { ctx } = await temporaryCase();
    const { claim, passage, itemId } = await graves(ctx);
    const gone = await newPassage(ctx, itemId, 'three mass graves');
    await removePassage(ctx, { id: gone.id, reason: 'mistake' });
    const link = (claimId: string, passageId: string) => linkEvidence(ctx, { claimId, passageId, stance: 'states', note: '' });
    await expect(link(claim.id, gone.id)).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'passage', id: gone.id } });
    await expect(link(nobody, passage.id)).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'claim' } });
    const twice = [
      { passageId: passage.id, stance: 'states' as const },
      { passageId: passage.id, stance: 'states' as const },
    ];
    await expect(createClaim(ctx, claimInput({ evidence: twice }))).rejects.toMatchObject({ code: 'already-exists' });
  });
});
