import { describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { listEntries } from '../journal/list-entries.ts';
import { createPassage } from '../passages/create-passage.ts';
import { newClaim, newParty, newPassage } from '../testing/claim-fixtures.ts';
import { flipBit, tamperBlob, tamperRows } from '../testing/tamper.ts';
import { keepText } from '../testing/keep-text.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { reopen, temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { evidenceOfClaim } from './evidence-of-claim.ts';
import { evidenceOfPassage } from './evidence-of-passage.ts';
import { restateEvidence } from './restate-evidence.ts';
import { getClaim } from './read-claims.ts';

const words =
  'The caption was in Arabic. Nearly 1,236 bodies have been exhumed so far from three mass graves. Most are women and children.';
const of = async (ctx: CaseContext, claimId: string) => (await evidenceOfClaim(ctx, { claimId })).evidence;

async function graves() {
  const { ctx, engine, folder } = await temporaryCase();
  const itemId = await keepTextItem(ctx, words);
  const passage = await newPassage(ctx, itemId, '1,236 bodies');
  const claim = await newClaim(ctx, { evidence: [{ passageId: passage.id, stance: 'states' }] });
  return { ctx, engine, folder, itemId, passage, claim };
}

describe('the evidence of a claim', () => {
  test('comes with the words around it, the received file and who tied it', async () => {
    const { ctx, itemId, passage, claim } = await graves();
    const rows = await of(ctx, claim.id);
    expect(contract['evidence.ofClaim'].output.parse({ evidence: rows })).toEqual({ evidence: rows });
    expect(rows).toMatchObject([
      {
        passageId: passage.id,
        stance: 'states',
        linkedBy: 'tester',
        context: {
          from: 'text',
          before: 'The caption was in Arabic. Nearly ',
          marked: '1,236 bodies',
          after: ' have been exhumed so far from three mass graves. Most are women and children.',
          cutBefore: false,
          cutAfter: false,
        },
        item: { id: itemId, title: 'A text' },
        file: { role: 'original', name: 'a.txt' },
        proof: { state: 'kept', at: null },
      },
    ]);
  });

  test('says how its file was found, and when', async () => {
    const { ctx, claim } = await graves();
    await runVerify(ctx, {});
    const [row] = await of(ctx, claim.id);
    expect(row?.proof).toMatchObject({ state: 'verified', at: expect.stringMatching(/^2018-11-14T/) as string });
    await tamperBlob(ctx, row!.file!.sha256, (bytes) => flipBit(bytes, 9));
    await runVerify(ctx, {});
    expect((await of(ctx, claim.id))[0]?.proof.state).toBe('altered');
  });

  test('whose words are found no more stays, with the words and surroundings that were kept', async () => {
    const { ctx, engine, folder, claim } = await graves();
    await ctx.close();
    engine.open = null;
    tamperRows(folder, `UPDATE canonicalText SET text = '${'x'.repeat(words.length)}'`);
    const again = await reopen(engine, folder);
    const [row] = await of(again, claim.id);
    expect(row?.passage).toMatchObject({ state: 'lost', score: 0, quote: '1,236 bodies' });
    expect(row?.context).toMatchObject({ from: 'kept', marked: '1,236 bodies' });
    expect(row?.context?.before.endsWith('Nearly ')).toBe(true);
  });

  test('that moved is shown where it stands now', async () => {
    const { ctx, engine, folder, claim } = await graves();
    await ctx.close();
    engine.open = null;
    tamperRows(folder, `UPDATE canonicalText SET text = 'Added before. ' || text`);
    const [row] = await of(await reopen(engine, folder), claim.id);
    expect(row?.passage.state).toBe('moved');
    expect(row?.context).toMatchObject({
      from: 'text',
      before: 'Added before. The caption was in Arabic. Nearly ',
      marked: '1,236 bodies',
    });
  });

  test('read from a picture stands in the text that was read, and goes back to the file that was received', async () => {
    const { ctx, itemId } = await graves();
    const textFileId = await keepText(ctx, itemId, 'Read by a program: استخرج 1,236 جثة from the graves');
    const passage = await createPassage(ctx, { itemId, quote: '1,236 جثة', textFileId, comment: '', tags: [] });
    const claim = await newClaim(ctx, { evidence: [{ passageId: passage.id, stance: 'states' }] });
    expect(await of(ctx, claim.id)).toMatchObject([
      {
        context: { from: 'text', before: 'Read by a program: استخرج ', marked: '1,236 جثة', after: ' from the graves' },
        language: 'ar',
        passage: { textKind: 'ocr' },
        file: { role: 'original', name: 'a.txt' },
      },
    ]);
  });

  test('without words has no context, and a fixed number of queries answers for forty passages', async () => {
    const { ctx, itemId } = await graves();
    const ids = [];
    for (let start = 0; start < 40; start += 1)
      ids.push(
        (await createPassage(ctx, { itemId, start, end: start + 5, quote: words.slice(start, start + 5), comment: '', tags: [] })).id,
      );
    const one = await newClaim(ctx, { evidence: [{ passageId: ids[0]!, stance: 'context' }] });
    const many = await newClaim(ctx, { evidence: ids.map((passageId) => ({ passageId, stance: 'context' as const })) });
    expect(await of(ctx, many.id)).toHaveLength(40);
    const asked = await queries(ctx, () => of(ctx, one.id));
    expect(asked).toBeGreaterThan(10);
    expect(await queries(ctx, () => of(ctx, many.id))).toBe(asked);
    const none = await newClaim(ctx);
    expect(await of(ctx, none.id)).toEqual([]);
  });
});

/** How many statements are run. */
async function queries(ctx: CaseContext, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const { executeQuery } = ctx.read.getExecutor() as { executeQuery: (...args: never[]) => unknown };
  const executor = ctx.read.getExecutor() as { executeQuery: (...args: never[]) => unknown };
  executor.executeQuery = (...args: never[]) => ((count += 1), executeQuery.apply(executor, args));
  await work();
  executor.executeQuery = executeQuery;
  return count;
}

test('another stance is one act: the old link goes with its reason, a new one stands', async () => {
  const { ctx, passage, claim } = await graves();
  const [link] = claim.evidence;
  const before = (await listEntries(ctx, { direction: 'descending', limit: 1, offset: 0 })).total;
  const made = await restateEvidence(ctx, { id: link!.id, stance: 'supports', note: 'in part', reason: 'read again' });
  expect((await getClaim(ctx, claim.id)).evidence).toEqual([made]);
  expect(made).toMatchObject({ passageId: passage.id, stance: 'supports', note: 'in part' });
  await restateEvidence(ctx, { id: made.id, stance: 'supports', note: 'in part', reason: 'nothing differs' });
  const { rows, total } = await listEntries(ctx, { direction: 'descending', limit: 2, offset: 0 });
  expect([total - before, rows.map((row) => row.action)]).toEqual([2, ['evidence.linked', 'evidence.removed']]);
  await expect(restateEvidence(ctx, { id: link!.id, stance: 'context', note: '', reason: 'r' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('another stance that a second link has already is refused, and the old one stays', async () => {
  const { ctx, passage } = await graves();
  const claim = await newClaim(ctx, {
    evidence: [
      { passageId: passage.id, stance: 'states' },
      { passageId: passage.id, stance: 'supports' },
    ],
  });
  await expect(restateEvidence(ctx, { id: claim.evidence[0]!.id, stance: 'supports', note: '', reason: 'r' })).rejects.toMatchObject({
    code: 'already-exists',
  });
  expect((await getClaim(ctx, claim.id)).evidence).toEqual(claim.evidence);
});

test('a passage tells the claims that stand on it, each with its stance and speaker', async () => {
  const { ctx, passage, claim } = await graves();
  const speaker = await newParty(ctx, 'The committee');
  const other = await newClaim(ctx, { act: 'killed', speakerId: speaker.id, evidence: [{ passageId: passage.id, stance: 'contradicts' }] });
  const { claims } = await evidenceOfPassage(ctx, { passageId: passage.id });
  expect(claims).toMatchObject([
    { claimId: claim.id, stance: 'states', speaker: null },
    { claimId: other.id, stance: 'contradicts', speaker: 'The committee', sentence: 'asserts: killed' },
  ]);
});
