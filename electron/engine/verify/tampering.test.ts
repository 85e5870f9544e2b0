/** What somebody does who knows the format, has the case, and lacks the key. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Json } from '#shared/model/primitives.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Tables } from '../db/tables.ts';
import { entryHash, NO_HASH } from '../journal/entry-hash.ts';
import { describeItem } from '../items/change-item.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { filledCase, type FilledCase } from '../testing/filled-case.ts';
import { tamperBlob, tamperRows, unguarded } from '../testing/tamper.ts';
import { runVerify } from './run-verify.ts';

/** Writes the whole chain anew after `edit`, hashes and all; only signatures cannot be made. */
function rewriteJournal(folder: string, edit: (rows: Tables['journal'][]) => Tables['journal'][]): void {
  const raw = new Database(join(folder, 'case.sqlite'));
  try {
    const rows = edit(raw.prepare('SELECT * FROM journal ORDER BY seq').all() as Tables['journal'][]);
    unguarded(raw, () => {
      raw.exec('DELETE FROM journal');
      let prevHash = NO_HASH;
      rows.forEach((row, index) => {
        const entry = { ...row, seq: index + 1, prevHash };
        const hash = entryHash({ ...entry, payload: JSON.parse(entry.payload) as Json });
        const { seq, at, utcOffsetMinutes, actor, action, subject, payload, salt, keyId, signature } = entry;
        raw
          .prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
          .run(seq, at, utcOffsetMinutes, actor, action, subject, payload, prevHash, hash, salt, keyId, signature);
        prevHash = hash;
      });
    });
  } finally {
    raw.close();
  }
}

const swapped = <Row>(rows: Row[], one: number, other: number) => rows.with(one, rows[other] as Row).with(other, rows[one] as Row);
const claimAct = ({ payload, ...row }: Tables['journal']) =>
  row.action === 'claim.created'
    ? { ...row, payload: canonicalJson({ ...(JSON.parse(payload) as object), act: 'killed' }) }
    : { ...row, payload };

const cases: [string, string[], (filled: FilledCase) => unknown][] = [
  [
    'the chain written anew after an edit',
    ['seal-wrong', 'signature-wrong'],
    ({ folder }) => rewriteJournal(folder, (rows) => rows.map((row) => (row.seq === 3 ? { ...row, actor: 'nobody' } : row))),
  ],
  [
    'the chain written anew without an entry',
    ['seal-wrong', 'signature-wrong'],
    ({ folder }) => rewriteJournal(folder, (rows) => rows.filter(({ seq }) => seq !== 3)),
  ],
  ['the chain written anew in another order', ['seal-wrong', 'signature-wrong'], ({ folder }) => rewriteJournal(folder, (rows) => swapped(rows, 2, 3))],
  [
    'a claim and its entry edited, and the chain written anew',
    ['seal-wrong', 'signature-wrong'],
    ({ folder }) => {
      tamperRows(folder, "UPDATE claim SET act = 'killed'");
      rewriteJournal(folder, (rows) => rows.map(claimAct));
    },
  ],
  ['entries swapped as they are', ['journal-broken'], ({ folder }) => tamperRows(folder, 'UPDATE journal SET seq = 900 WHERE seq = 3', 'UPDATE journal SET seq = 3 WHERE seq = 4', 'UPDATE journal SET seq = 4 WHERE seq = 900')],
  ['the signature of an entry taken from another', ['signature-wrong'], ({ folder }) => tamperRows(folder, 'UPDATE journal SET signature = (SELECT signature FROM journal WHERE seq = 4) WHERE seq = 3')],
  ['the signatures taken off', ['signature-missing'], ({ folder }) => tamperRows(folder, 'UPDATE journal SET signature = NULL WHERE seq > 4')],
  ['a key put in the place of the writer', ['key-altered'], ({ folder }) => tamperRows(folder, `UPDATE writerKey SET publicKey = '${Buffer.alloc(32, 7).toString('base64')}'`)],
  ['a seal with another root', ['seal-wrong'], ({ folder }) => tamperRows(folder, `UPDATE seal SET rootHash = '${'a'.repeat(64)}'`)],
  [
    'a blob swapped for another',
    ['blob-altered'],
    async ({ ctx, original, text }) => {
      const other = readFileSync(ctx.store.pathOf(text));
      await tamperBlob(ctx, original, () => other);
    },
  ],
  ['a claim edited by SQL', ['record-mismatch'], ({ folder }) => tamperRows(folder, "UPDATE claim SET act = 'killed'")],
  ['a trigger dropped', ['schema-changed'], ({ folder }) => sql(folder, 'DROP TRIGGER journalNoUpdate')],
  ['a trigger that does nothing put in its place', ['schema-changed'], ({ folder }) => sql(folder, 'DROP TRIGGER itemNoUpdate; CREATE TRIGGER itemNoUpdate BEFORE UPDATE ON item BEGIN SELECT 1; END')],
  ['an index dropped', ['schema-changed'], ({ folder }) => sql(folder, 'DROP INDEX journalActor')],
  ['a table put in', ['schema-changed'], ({ folder }) => sql(folder, 'CREATE TABLE notes (words TEXT)')],
  ['a row that points at what is gone', ['reference-dangling'], ({ folder }) => tamperRows(folder, "INSERT INTO itemProof VALUES ('00000000-0000-7000-8000-000000000001', 'verified', '2018')")],
]; // prettier-ignore

function sql(folder: string, statements: string): void {
  const raw = new Database(join(folder, 'case.sqlite'));
  raw.exec(statements);
  raw.close();
}

test.each(cases)('%s is found and named', async (_, expected, tamper) => {
  const filled = await filledCase();
  await makeSeal(filled.ctx, 'asked');
  await tamper(filled);
  const { findings } = await runVerify(filled.ctx, {});
  expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(expected));
});

test('a clock set back is noted once, with by how much; less than two seconds is not', async () => {
  const { ctx } = await filledCase();
  const { now } = ctx.ports;
  const real = now().getTime();
  for (const [name, shift] of [
    ['a', 0],
    ['b', -1500],
    ['c', -3_600_000],
    ['d', -3_599_000],
  ] as const) {
    ctx.ports.now = () => new Date(real + shift);
    await describe(ctx, name);
  }
  ctx.ports.now = () => new Date(real + 60_000);
  const { findings } = await runVerify(ctx, {});
  expect(findings).toMatchObject([{ code: 'clock-back', severity: 'note', facts: { seconds: 3599 } }]);
});

async function describe(ctx: FilledCase['ctx'], title: string): Promise<void> {
  const { id } = await ctx.read.selectFrom('item').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
  await describeItem(ctx, { id, given: { title } });
}
