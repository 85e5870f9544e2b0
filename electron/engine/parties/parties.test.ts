import { expect, test } from 'vitest';
import { partyFields } from '#shared/model/parties.ts';
import { listClaims } from '../claims/list/list-claims.ts';
import { removeClaim } from '../claims/write-claims.ts';
import { firstPage, newClaim, newParty } from '../testing/claim-fixtures.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { getParty, listParties } from './read-parties.ts';
import { removeParty, updateParty } from './write-parties.ts';

test('parties are listed by name, found by alias, and counted once a claim', async () => {
  const { ctx } = await temporaryCase();
  const coalition = await newParty(ctx, 'the Coalition', [{ name: 'التحالف' }]);
  await newParty(ctx, 'Amnesty International');
  await newClaim(ctx, { speakerId: coalition.id, via: [{ partyId: coalition.id }], parties: [{ partyId: coalition.id, role: 'denying' }] });
  const { rows, total } = await listParties(ctx, firstPage);
  expect(rows.map((row) => [row.name, row.claims])).toEqual([
    ['Amnesty International', 0],
    ['the Coalition', 1],
  ]);
  expect(total).toBe(2);
  for (const words of ['coal', 'التحا'])
    expect((await listParties(ctx, { ...firstPage, words })).rows.map((row) => row.id)).toEqual([coalition.id]);
  expect((await listParties(ctx, { ...firstPage, words: '%' })).total).toBe(0);
});

test('a party that claims name stays; then it can go, and is in no list', async () => {
  const { ctx } = await temporaryCase();
  const party = await newParty(ctx, 'A paper');
  const claim = await newClaim(ctx, { via: [{ partyId: party.id }] });
  const remove = () => removeParty(ctx, { id: party.id, reason: 'twice' });
  await expect(remove()).rejects.toMatchObject({ code: 'still-used', facts: { kind: 'party', by: 'claims', count: 1 } });
  await removeClaim(ctx, { id: claim.id, reason: 'wrong' });
  await remove();
  await expect(getParty(ctx, party.id)).rejects.toMatchObject({ code: 'not-found', facts: { kind: 'party' } });
  await expect(newClaim(ctx, { speakerId: party.id })).rejects.toMatchObject({ code: 'not-found' });
});

test('a new name finds the claims of the old one', async () => {
  const { ctx } = await temporaryCase();
  const party = await newParty(ctx, 'Comittee');
  await newClaim(ctx, { speakerId: party.id });
  await updateParty(ctx, { id: party.id, fields: partyFields.parse({ name: 'Committee', kind: 'body' }) });
  expect((await listClaims(ctx, { ...firstPage, words: 'committee' })).total).toBe(1);
  expect((await listClaims(ctx, { ...firstPage, words: 'comittee' })).total).toBe(0);
});
