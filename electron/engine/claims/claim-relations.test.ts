import { expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { createRecordLink } from '../links/record-links.ts';
import { newClaim, newParty } from '../testing/claim-fixtures.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { claimRelations } from './claim-relations.ts';
import { removeClaim } from './write-claims.ts';

const relate = (ctx: CaseContext, fromId: string, toId: string, relation: 'repeats' | 'contradicts' | 'corrects') =>
  createRecordLink(ctx, contract['links.create'].input.parse({ kind: 'claim', fromId, toId, relation }));

test('a claim tells its links from its end, and the whole family of what repeats what', async () => {
  const { ctx } = await temporaryCase();
  const committee = await newParty(ctx, 'The committee');
  const root = await newClaim(ctx, { speakerId: committee.id, saidAt: '2018-11~' });
  const [paper, agency, blog, denial, stranger] = await Promise.all(Array.from({ length: 5 }, () => newClaim(ctx)));
  await relate(ctx, paper!.id, root.id, 'repeats');
  await relate(ctx, agency!.id, root.id, 'repeats');
  await relate(ctx, blog!.id, agency!.id, 'repeats');
  await relate(ctx, denial!.id, paper!.id, 'contradicts');
  await relate(ctx, stranger!.id, denial!.id, 'repeats');
  const answer = await claimRelations(ctx, { id: paper!.id });
  expect(contract['claims.relations'].output.parse(answer)).toEqual(answer);
  expect(answer.links.map((link) => [link.relation, link.direction, link.other.id])).toEqual([
    ['repeats', 'out', root.id],
    ['contradicts', 'both', denial!.id],
  ]);
  expect(answer.family.claims.map((one) => one.id).sort()).toEqual([root, paper!, agency!, blog!].map((one) => one.id).sort());
  expect(answer.family.repeats).toHaveLength(3);
  expect(answer.family.claims.find((one) => one.id === root.id)).toMatchObject({ speaker: 'The committee', saidAt: '2018-11~' });
  await removeClaim(ctx, { id: root.id, reason: 'r' });
  expect((await claimRelations(ctx, { id: paper!.id })).family).toMatchObject({ total: 1, repeats: [] });
});

test('a family of thousands is counted, and the nearest of it listed', { timeout: 60_000 }, async () => {
  const { ctx } = await temporaryCase();
  ctx.writer?.raw.pragma('synchronous = OFF');
  const root = await newClaim(ctx);
  for (let at = 0; at < 600; at += 1) await relate(ctx, (await newClaim(ctx)).id, root.id, 'repeats');
  const { family } = await claimRelations(ctx, { id: root.id });
  expect([family.total, family.claims.length]).toEqual([601, 500]);
  expect(family.claims.some((one) => one.id === root.id)).toBe(true);
});
