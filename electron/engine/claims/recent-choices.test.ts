import { describe, expect, test } from 'vitest';
import type { CaseContext } from '../context.ts';
import { listEntries } from '../journal/list-entries.ts';
import { listRecordLinks } from '../links/record-links.ts';
import { mergeParties } from '../parties/merge-parties.ts';
import { removeParty } from '../parties/write-parties.ts';
import { claimInput, newClaim, newIncident, newParty } from '../testing/claim-fixtures.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { alike, claimsAlike } from './claims-alike.ts';
import { newestClaims, recentChoices } from './recent-choices.ts';
import { createClaim, removeClaim } from './write-claims.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
const at = (name: string) => ({ name, names: {}, latitude: null, longitude: null, precision: 'city' as const });
const recent = (ctx: CaseContext) => recentChoices(ctx, {});

async function plan(ctx: CaseContext, query: { compile(): { sql: string; parameters: readonly unknown[] } }): Promise<string> {
  const { sql, parameters } = query.compile();
  const rows = ctx.writer!.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
  return rows.map((row) => row.detail).join('\n');
}

describe('what is offered first', () => {
  test('is what the newest claims used, newest first, each once', async () => {
    const { ctx } = await temporaryCase();
    expect(await recent(ctx)).toMatchObject({ speakers: [], via: [], places: [], incidents: [], acts: [] });
    const [committee, paper] = [await newParty(ctx, 'Committee'), await newParty(ctx, 'Paper')];
    const incident = await newIncident(ctx, 'RAQ-1');
    await newClaim(ctx, { act: 'killed', speakerId: paper.id, place: at('Mosul'), quantities: [{ value: 4, unit: 'shepherds' }] });
    await newClaim(ctx, {
      speakerId: committee.id,
      via: [{ partyId: paper.id, medium: 'article' }],
      parties: [{ partyId: paper.id, role: 'witness' }],
      place: at('Raqqa'),
      incidentId: incident.id,
      quantities: [{ value: 9, unit: 'bodies', breakdown: [{ groups: ['women'], qualifier: 'most' }] }],
    });
    await newClaim(ctx, { speakerId: committee.id, place: at('Raqqa') });
    expect(await recent(ctx)).toEqual({
      speakers: [
        { id: committee.id, name: 'Committee' },
        { id: paper.id, name: 'Paper' },
      ],
      via: [{ id: paper.id, name: 'Paper', medium: 'article' }],
      parties: [{ id: paper.id, name: 'Paper', role: 'witness' }],
      incidents: [{ id: incident.id, code: 'RAQ-1', title: 'About RAQ-1' }],
      places: [at('Raqqa'), at('Mosul')],
      acts: ['exhumed', 'killed'],
      units: ['bodies', 'shepherds'],
      groups: ['women'],
    });
  });

  test('holds nothing removed and no party found to be another', async () => {
    const { ctx } = await temporaryCase();
    const [was, is, gone] = [await newParty(ctx, 'RCC'), await newParty(ctx, 'Council'), await newParty(ctx, 'Gone')];
    await newClaim(ctx, { speakerId: was.id });
    await newClaim(ctx, { speakerId: is.id });
    const last = await newClaim(ctx, { act: 'looted', speakerId: gone.id });
    await mergeParties(ctx, { id: was.id, intoId: is.id, reason: 'the same' });
    await removeClaim(ctx, { id: last.id, reason: 'wrong' });
    await removeParty(ctx, { id: gone.id, reason: 'wrong' });
    expect(await recent(ctx)).toMatchObject({ speakers: [{ name: 'Council' }], acts: ['exhumed'] });
  });

  test('is read by an index from the newest on', async () => {
    const { ctx } = await temporaryCase();
    expect(await plan(ctx, newestClaims(ctx.read))).toContain('USING INDEX claimCreated');
    expect(await plan(ctx, newestClaims(ctx.read))).not.toContain('TEMP B-TREE');
  });
});

describe('claims that say the same', () => {
  const figure = { unit: 'bodies', value: 1236, min: null, max: null };

  test('share act, unit and number, and stand in the incident', async () => {
    const { ctx } = await temporaryCase();
    const [here, elsewhere] = [await newIncident(ctx, 'A'), await newIncident(ctx, 'B')];
    const first = await newClaim(ctx, { incidentId: here.id, quantities: [{ qualifier: 'nearly', value: 1236, unit: 'bodies' }] });
    const second = await newClaim(ctx, {
      incidentId: here.id,
      quantities: [
        { value: 3, unit: 'mass graves' },
        { value: 1236, unit: 'bodies' },
      ],
    });
    await newClaim(ctx, { incidentId: here.id, act: 'killed', quantities: [{ value: 1236, unit: 'bodies' }] });
    await newClaim(ctx, { incidentId: here.id, quantities: [{ value: 1236, unit: 'people' }] });
    await newClaim(ctx, { incidentId: here.id, quantities: [{ qualifier: 'between', min: 1236, max: 1300, unit: 'bodies' }] });
    const other = await newClaim(ctx, { incidentId: elsewhere.id, quantities: [{ value: 1236, unit: 'bodies' }] });
    const found = async (incidentId: string | null) =>
      (await claimsAlike(ctx, { act: 'exhumed', incidentId, figures: [figure] })).claims.map(({ id }) => id);
    expect(await found(here.id)).toEqual([first.id, second.id]);
    expect(await found(null)).toEqual([first.id, second.id, other.id]);
    expect((await claimsAlike(ctx, { act: 'exhumed', incidentId: here.id, figures: [] })).claims).toEqual([]);
    expect(await plan(ctx, alike(ctx.read, { act: 'exhumed', incidentId: here.id, figures: [figure] }).selectAll('claim'))).not.toMatch(
      /SCAN (claim|q|claimQuantity|tombstone)\b/,
    );
  });

  test('are repeated by a new claim in the same act, or nothing is written', async () => {
    const { ctx } = await temporaryCase();
    const first = await newClaim(ctx, { quantities: [{ value: 1236, unit: 'bodies' }] });
    const acts: string[][] = [];
    const watched = { ...ctx, acted: (entries: readonly { action: string }[]) => void acts.push(entries.map(({ action }) => action)) };
    const again = await createClaim(watched, claimInput({ repeats: [first.id, first.id] }));
    expect(acts).toEqual([['claim.created', 'claimLink.created']]);
    expect((await listRecordLinks(ctx, { kind: 'claim' })).links).toMatchObject([
      { fromId: again.id, toId: first.id, relation: 'repeats' },
    ]);
    const before = await listEntries(ctx, { direction: 'descending', limit: 1, offset: 0 });
    await expect(createClaim(ctx, claimInput({ repeats: [nobody] }))).rejects.toMatchObject({
      code: 'not-found',
      facts: { kind: 'claim' },
    });
    expect(await listEntries(ctx, { direction: 'descending', limit: 1, offset: 0 })).toEqual(before);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });
});
