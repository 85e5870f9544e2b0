import { expect, test } from 'vitest';
import { incidentFields } from '#shared/model/incidents.ts';
import { removeClaim } from '../claims/write-claims.ts';
import { firstPage, newClaim, newIncident } from '../testing/claim-fixtures.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { getIncident, listIncidents } from './read-incidents.ts';
import { createIncident, removeIncident, updateIncident } from './write-incidents.ts';

test('incidents come back by code with their place, date and claims', async () => {
  const { ctx } = await temporaryCase();
  const place = { name: 'al-Mansourah', names: { ar: 'المنصورة' }, latitude: 35.8, longitude: 38.7, precision: 'town' } as const;
  const school = await createIncident(ctx, incidentFields.parse({ code: 'RAQ-0001', title: 'School', when: '2017-03', place }));
  await newIncident(ctx, 'RAQ-0000');
  await newClaim(ctx, { incidentId: school.id });
  const { rows } = await listIncidents(ctx, firstPage);
  expect(rows.map((row) => [row.code, row.claims])).toEqual([
    ['RAQ-0000', 0],
    ['RAQ-0001', 1],
  ]);
  expect(await getIncident(ctx, school.id)).toMatchObject({ when: '2017-03', place });
  expect((await listIncidents(ctx, { ...firstPage, words: 'scho' })).total).toBe(1);
});

test('a code means one incident for ever', async () => {
  const { ctx } = await temporaryCase();
  const first = await newIncident(ctx, 'A-1');
  const second = await newIncident(ctx, 'A-2');
  await expect(newIncident(ctx, 'A-1')).rejects.toMatchObject({ code: 'already-exists', facts: { kind: 'incident', id: 'A-1' } });
  const renamed = incidentFields.parse({ code: 'A-1', title: 'x' });
  await expect(updateIncident(ctx, { id: second.id, fields: renamed })).rejects.toMatchObject({ code: 'already-exists' });
  await updateIncident(ctx, { id: first.id, fields: renamed });
  await removeIncident(ctx, { id: first.id, reason: 'twice' });
  await expect(newIncident(ctx, 'A-1')).rejects.toMatchObject({ code: 'already-exists' });
});

test('an incident with claims is not removed', async () => {
  const { ctx } = await temporaryCase();
  const incident = await newIncident(ctx, 'A-1');
  const claim = await newClaim(ctx, { incidentId: incident.id });
  const remove = () => removeIncident(ctx, { id: incident.id, reason: 'twice' });
  await expect(remove()).rejects.toMatchObject({ code: 'still-used', facts: { kind: 'incident', by: 'claims', count: 1 } });
  await removeClaim(ctx, { id: claim.id, reason: 'wrong' });
  await remove();
  await expect(getIncident(ctx, incident.id)).rejects.toMatchObject({ code: 'not-found' });
});
