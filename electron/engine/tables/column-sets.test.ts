/** The flat sets of the field: what they carry goes out and comes in, what they do not is told and never washed away. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { claimFields, type Claim } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import type { ColumnSet, TableKind } from '#shared/model/tables.ts';
import { listClaims } from '../claims/list/list-claims.ts';
import { getClaim } from '../claims/read-claims.ts';
import type { CaseContext } from '../context.ts';
import { giveGrade } from '../grades/grades.ts';
import { getIncident, listIncidents } from '../incidents/read-incidents.ts';
import { updateIncident } from '../incidents/write-incidents.ts';
import { getParty } from '../parties/read-parties.ts';
import { firstPage, newClaim, newIncident, newParty } from '../testing/claim-fixtures.ts';
import { bring, fatesOf, fileWith, writeTable } from '../testing/table-fixtures.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';

async function strikeCase() {
  const { ctx } = await temporaryCase();
  const coalition = await newParty(ctx, 'the Coalition', [{ name: 'التحالف' }]);
  const paper = await newParty(ctx, 'A paper');
  const made = await newIncident(ctx, 'MAN-1');
  const incident = await updateIncident(ctx, {
    id: made.id,
    fields: incidentFields.parse({
      code: 'MAN-1',
      title: 'School',
      kind: 'airstrike',
      when: '2017-03-20/2017-03-21',
      place: { name: 'al-Mansourah', names: { ar: 'المنصورة', ku: 'x' }, latitude: 35.83, longitude: 38.75, precision: 'within 100 m' },
      secondaryPlaces: [{ name: 'Raqqa' }],
      parties: [{ partyId: coalition.id, role: 'alleged responsible' }],
    }),
  });
  const victims = [{ name: 'Amal', gender: 'girl' as const, ageMin: 7, ageMax: 7 }];
  const breakdown = [{ groups: ['children'], qualifier: 'at least' as const, min: 16 }];
  const claim = await newClaim(ctx, { act: 'killed', incidentId: incident.id, speakerId: paper.id, quantities: [{ qualifier: 'between', min: 40, max: 150, unit: 'civilians', breakdown }], victims, via: [{ medium: 'radio' }], when: '2017-03-20', saidAt: '2018-06' }); // prettier-ignore
  await newClaim(ctx, { act: 'killed', modality: 'denies', incidentId: incident.id, quantities: [{ value: 400, unit: 'people' }] });
  await giveGrade(ctx, { subjectKind: 'incident', subjectId: incident.id, scale: 'airwars', value: 'confirmed', reason: 'admitted' });
  await giveGrade(ctx, {
    subjectKind: 'incident',
    subjectId: incident.id,
    scale: 'huridocs violation status',
    value: 'likely',
    reason: 'r',
  });
  return { ctx, coalition, incident, claim };
}

async function exported(ctx: CaseContext, of: TableKind, columns: ColumnSet) {
  const path = join(await temporaryFolder(), `${of}.csv`);
  const written = await writeTable(ctx, { of, columns, path });
  const rows = parse(await readFile(path), { columns: true, bom: true }) as unknown as Record<string, string>[];
  return { path, written, rows };
}

describe.each(['airwars', 'huridocs'] as const)('%s', (columns) => {
  test.each(['parties', 'incidents', 'claims'] as const)(
    '%s that went out come in unchanged, here and nothing is washed away',
    async (of) => {
      const { ctx, incident, claim } = await strikeCase();
      const { path, written } = await exported(ctx, of, columns);
      const read = await bring(ctx, { path, of, columns });
      expect(read.counts).toMatchObject({ unchanged: written.rows, refused: 0 });
      expect(await getIncident(ctx, incident.id)).toMatchObject({ place: incident.place, secondaryPlaces: incident.secondaryPlaces });
      expect(await getClaim(ctx, claim.id)).toMatchObject({ victims: claim.victims, quantities: claim.quantities, via: claim.via });
    },
  );

  test('an empty case takes parties, incidents and claims of it', async () => {
    const { ctx } = await strikeCase();
    const { ctx: empty } = await temporaryCase();
    for (const of of ['parties', 'incidents', 'claims'] as const) {
      const { path, written } = await exported(ctx, of, columns);
      const read = await bring(empty, { path, of, columns });
      expect((await fatesOf(empty, read)).flatMap(({ problems }) => problems)).toEqual([]);
      expect(read.counts.new).toBe(written.rows);
    }
    const [incident] = (await listIncidents(empty, firstPage)).rows;
    expect(incident).toMatchObject({ code: 'MAN-1', title: 'School', when: '2017-03-20/2017-03-21', kind: 'airstrike', claims: 2 });
    const claim = (await listClaims(empty, firstPage)).rows.find(({ modality }) => modality === 'asserts');
    expect(claim).toMatchObject({
      act: 'killed',
      victims: [{ name: 'Amal' }],
      quantities: [{ qualifier: 'between', min: 40, max: 150, unit: 'civilians' }],
    });
    expect((await runVerify(empty, {})).findings).toEqual([]);
  });
});

test('what a set has no home for is told with its rows; grades and figures are told and not taken back', async () => {
  const { ctx } = await strikeCase();
  const incidents = await exported(ctx, 'incidents', 'airwars');
  expect(incidents.written.notCarried).toEqual([{ field: 'secondaryPlaces', rows: 1 }]);
  expect(incidents.rows).toMatchObject([
    { incident_date: '2017-03-20', incident_date_end: '2017-03-21', place_name_ar: 'المنصورة', harm_status: 'confirmed (tester)', killed_min: '40', killed_max: '150', injured_min: '' },
  ]); // prettier-ignore
  const read = await bring(ctx, { path: incidents.path, of: 'incidents', columns: 'airwars', dryRun: true });
  expect(read.notTaken).toEqual(['harm_status', 'killed_min', 'killed_max', 'injured_min', 'injured_max']);
  expect((await exported(ctx, 'incidents', 'huridocs')).rows).toMatchObject([{ violation_status: 'likely (tester)' }]);
  const claims = await exported(ctx, 'claims', 'airwars');
  expect(claims.written.notCarried).toEqual([{ field: 'via', rows: 1 }]);
  expect(claims.rows.find(({ number_min }) => number_min === '40')).toMatchObject({
    children_min: '16',
    children_max: '',
    victims: 'Amal',
  });
  expect((await exported(ctx, 'parties', 'holdfast')).written.notCarried).toEqual([]);
});

test('a change through a column that holds less than the case does is refused, one beside it is made and keeps the rest', async () => {
  const { ctx, claim, incident, coalition } = await strikeCase();
  const { path } = await exported(ctx, 'claims', 'airwars');
  const text = await readFile(path, 'utf8');
  const coarse = await bring(ctx, {
    path: await fileWith(text.replace('Amal', 'Amal B.')),
    of: 'claims',
    columns: 'airwars',
    dryRun: true,
  });
  expect(coarse.counts).toMatchObject({ unchanged: 1, refused: 1 });
  expect((await fatesOf(ctx, coarse)).flatMap(({ problems }) => problems)).toMatchObject([{ code: 'coarse-column', column: 'victims' }]);
  const beside = await bring(ctx, { path: await fileWith(text.replace('2018-06', '2018-07')), of: 'claims', columns: 'airwars' });
  expect(beside.counts).toMatchObject({ unchanged: 1, updates: 1 });
  const { evidence: _evidence, ...fields } = claimFields.parse(claim) as Claim;
  expect(await getClaim(ctx, claim.id)).toMatchObject({ ...fields, saidAt: '2018-07' });
  const moved = (await readFile((await exported(ctx, 'incidents', 'airwars')).path, 'utf8')).replace('al-Mansourah', 'Mansourah');
  await bring(ctx, { path: await fileWith(moved), of: 'incidents', columns: 'airwars' });
  expect((await getIncident(ctx, incident.id)).place).toEqual({ ...incident.place, name: 'Mansourah' });
  expect((await getParty(ctx, coalition.id)).aliases).toEqual(coalition.aliases);
});
