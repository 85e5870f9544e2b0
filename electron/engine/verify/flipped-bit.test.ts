/** The law behind verify: one flipped bit, wherever it is, is found. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPassage } from '../passages/create-passage.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { flipBit, tamperBlob, tamperRows, unguarded } from '../testing/tamper.ts';
import { runVerify } from './run-verify.ts';

const columns = ['seq', 'at', 'utcOffsetMinutes', 'actor', 'action', 'subject', 'payload', 'prevHash', 'hash'];

async function smallCase() {
  const made = await temporaryCase();
  const itemId = await keepTextItem(made.ctx, 'nearly 1,236 bodies in three mass graves');
  await createPassage(made.ctx, { itemId, quote: 'three mass graves', comment: '', tags: [] });
  const blobs = await made.ctx.read.selectFrom('blob').select(['sha256', 'size']).execute();
  return { ...made, blobs };
}

test('in any blob', async () => {
  const { ctx, blobs } = await smallCase();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...blobs), fc.nat(), async ({ sha256, size }, at) => {
      const bit = at % (size * 8);
      await tamperBlob(ctx, sha256, (bytes) => flipBit(bytes, bit));
      const report = await runVerify(ctx, {});
      await tamperBlob(ctx, sha256, (bytes) => flipBit(bytes, bit));
      expect(report.findings).toMatchObject([{ code: 'blob-altered', subject: sha256 }]);
    }),
    { numRuns: Number(process.env['HOLDFAST_RUNS'] ?? 6) },
  );
}, 60_000);

test('in any column of any journal entry', async () => {
  const { ctx, folder } = await smallCase();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.constantFrom(...columns), fc.nat(), async (seq, column, at) => {
      const undo = flipColumn(folder, seq, column, at);
      const report = await runVerify(ctx, {}).finally(undo);
      expect(report.findings.map((finding) => finding.code)).toEqual(expect.arrayContaining([expect.stringMatching(/^journal-/)]));
      tamperRows(folder, 'DELETE FROM journal WHERE seq > 3', 'DELETE FROM verification');
    }),
    { numRuns: Number(process.env['HOLDFAST_RUNS'] ?? 24) },
  );
}, 120_000);

/** Flips one bit of a value as SQLite holds it; gives back how to undo it. */
function flipColumn(folder: string, seq: number, column: string, at: number): () => void {
  const raw = new Database(join(folder, 'case.sqlite'));
  raw.pragma('ignore_check_constraints = ON');
  const before = raw.prepare(`SELECT ${column} AS value FROM journal WHERE seq = ?`).get(seq) as { value: string | number };
  let key = seq;
  if (typeof before.value === 'number') {
    const flipped = before.value ^ (1 << (4 + (at % 20)));
    const change = raw.prepare(`UPDATE journal SET ${column} = ? WHERE seq = ?`);
    unguarded(raw, () => change.run(flipped, seq));
    if (column === 'seq') key = flipped;
  } else {
    const bytes = Buffer.from(before.value, 'utf8');
    const change = raw.prepare(`UPDATE journal SET ${column} = CAST(? AS TEXT) WHERE seq = ?`);
    unguarded(raw, () => change.run(flipBit(bytes, at % (bytes.length * 8)), seq));
  }
  return () => {
    const back = raw.prepare(`UPDATE journal SET ${column} = ? WHERE seq = ?`);
    unguarded(raw, () => back.run(before.value, key));
    raw.close();
  };
}
