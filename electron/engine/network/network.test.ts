import { expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { createRecordLink } from '../links/record-links.ts';
import { newClaim, newIncident, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { manyClaims } from '../testing/many-claims.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { networkClaims, readNetwork } from './read-network.ts';

const page = { limit: 200, offset: 0 };

test('who hands on what whom says, of one incident or of all, with the claims at each node and edge', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, 'Nearly 1,236 bodies were exhumed.', 'An article');
  const passage = await newPassage(ctx, itemId, 'Nearly 1,236 bodies');
  const committee = await newParty(ctx, 'لجنة إعادة الإعمار');
  const paper = await newParty(ctx, 'A paper');
  const incident = await newIncident(ctx, 'RAQ-1');
  const evidence = [{ passageId: passage.id, stance: 'states' as const }];
  const first = await newClaim(ctx, { speakerId: committee.id, incidentId: incident.id, saidAt: '2018-11', evidence });
  const second = await newClaim(ctx, { speakerId: paper.id });
  await createRecordLink(ctx, { kind: 'claim', fromId: second.id, toId: first.id, relation: 'repeats', when: null, note: '' });
  await createRecordLink(ctx, { kind: 'party', fromId: committee.id, toId: paper.id, relation: 'part of', when: null, note: '' });

  const whole = await readNetwork(ctx, {});
  expect(contract['network.get'].output.parse(whole)).toEqual(whole);
  expect(whole.nodes.map(({ label, kind, says, handsOn }) => [label, kind, says, handsOn])).toEqual([
    ['A paper', 'party', 1, 0],
    ['An article', 'item', 0, 1],
    ['لجنة إعادة الإعمار', 'party', 1, 0],
  ]);
  expect(whole.edges).toEqual(
    [
      { from: committee.id, to: itemId, claims: 1, repeats: 0 },
      { from: committee.id, to: paper.id, claims: 1, repeats: 1 },
    ].sort((a, b) => (a.to < b.to ? -1 : 1)),
  );
  expect(whole.relations).toEqual([{ from: committee.id, to: paper.id, relation: 'part of', when: null }]);

  const one = await readNetwork(ctx, { incidentId: incident.id });
  expect([one.claims, one.edges.length]).toEqual([1, 1]);

  expect(await networkClaims(ctx, { nodeId: itemId, ...page })).toEqual({
    rows: [{ id: first.id, role: 'hands on', sentence: 'asserts: exhumed', saidAt: '2018-11', from: 'لجنة إعادة الإعمار', to: null }],
    total: 1,
  });
  expect((await networkClaims(ctx, { nodeId: committee.id, toId: paper.id, ...page })).rows.map(({ id }) => id)).toEqual([second.id]);
  await expect(networkClaims(ctx, { nodeId: 'nothing', ...page })).rejects.toMatchObject({ code: 'not-found' });
});

test('of 5,000 claims is built in under a second', async () => {
  const { ctx } = await temporaryCase();
  await manyClaims(ctx, { claims: 5000, incidents: 50 });
  const start = performance.now();
  const { nodes, edges } = await readNetwork(ctx, {});
  const took = performance.now() - start;
  console.info(`network of 5,000 claims: ${nodes.length} nodes, ${edges.length} edges, ${Math.round(took)} ms`);
  expect(nodes).toHaveLength(20);
  expect(took).toBeLessThan(10_000);
});
