import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { tableKinds, type TableFormat, type TableKind, type TableRead } from '#shared/model/tables.ts';
import { createClaim } from '../claims/write-claims.ts';
import type { CaseContext } from '../context.ts';
import { createIncident } from '../incidents/write-incidents.ts';
import { createRecordLink } from '../links/record-links.ts';
import { createParty } from '../parties/write-parties.ts';
import { claimWith, incidentWith, ownFields, partyWith } from '../testing/table-arbitraries.ts';
import { bring, defineField, fatesOf, writeTable } from '../testing/table-fixtures.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';

const runs = Number(process.env['HOLDFAST_RUNS'] ?? 6);
const order = ['parties', 'incidents', 'claims'] as const;

async function defineFields(ctx: CaseContext): Promise<void> {
  for (const subject of ['claim', 'incident', 'party']) for (const [name, type] of ownFields) await defineField(ctx, subject, name, type);
}

type Numbers = { links: [number, number, number][] };

/** A case of random things, some of them related; what would close a circle is left out. */
async function randomCase(ctx: CaseContext, seed: number, { links }: Numbers): Promise<void> {
  const pick = <T>(one: fc.Arbitrary<T>, many: number, at: number) => fc.sample(one, { numRuns: many, seed: seed + at });
  const parties: string[] = [];
  for (const fields of pick(partyWith, 4, 1)) parties.push((await createParty(ctx, fields)).id);
  const incidents: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    const [fields] = pick(incidentWith(`RAQ-${at} =x`, parties), 1, 10 + at);
    if (fields !== undefined) incidents.push((await createIncident(ctx, fields)).id);
  }
  const claims: string[] = [];
  for (const fields of pick(claimWith(parties, incidents), 6, 20)) claims.push((await createClaim(ctx, { ...fields, evidence: [] })).id);
  const related = { claim: claims, incident: incidents, party: parties };
  const relations = {
    claim: ['repeats', 'supports', 'contradicts'],
    incident: ['part of', 'same as'],
    party: ['member of', 'controlled by'],
  };
  for (const [kind, a, b] of links) {
    const name = (['claim', 'incident', 'party'] as const)[kind % 3] ?? 'claim';
    const [fromId, toId] = [related[name][a % related[name].length], related[name][b % related[name].length]];
    const relation = relations[name][(a + b) % relations[name].length];
    const link = contract['links.create'].input.safeParse({
      kind: name,
      fromId,
      toId,
      relation,
      when: a % 2 === 0 ? '2017/2018' : null,
      note: '= a | b',
    });
    if (link.success) await createRecordLink(ctx, link.data).catch(() => undefined);
  }
}

const essence = ({ trialId: _t, isTrial: _i, path: _p, name: _n, ...rest }: TableRead) => rest;
const fates = async (ctx: CaseContext, read: TableRead) =>
  (await fatesOf(ctx, read)).map(({ line, fate, changes, problems }) => ({ line, fate, changes, problems }));

async function exportAll(ctx: CaseContext, format: TableFormat): Promise<Record<TableKind, string>> {
  const folder = await temporaryFolder();
  for (const of of tableKinds) await writeTable(ctx, { of, format, path: join(folder, `${of}.${format}`) });
  const texts = tableKinds.map(async (of) => [of, await readFile(join(folder, `${of}.${format}`), 'utf8')] as const);
  return { ...(Object.fromEntries(await Promise.all(texts)) as Record<TableKind, string>), folder } as Record<TableKind, string> & {
    folder: string;
  };
}

test.each(['csv', 'json'] as const)(
  'law: exported as %s, imported into an empty case and exported again, it is the same bytes; again, nothing changes',
  async (format) => {
    const numbers = fc.record({ links: fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)), { maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000_000), numbers, async (seed, shape) => {
        const [one, two] = [(await temporaryCase()).ctx, (await temporaryCase()).ctx];
        for (const ctx of [one, two]) await defineFields(ctx);
        await randomCase(one, seed, shape);
        const written = (await exportAll(one, format)) as Record<TableKind, string> & { folder: string };
        for (const of of order) {
          const path = join(written.folder, `${of}.${format}`);
          const trial = await bring(two, { path, of, dryRun: true });
          const trialFates = await fates(two, trial);
          expect(trialFates.flatMap(({ problems }) => problems)).toEqual([]);
          const real = await bring(two, { path, of });
          // What a dry run says is what then happens.
          expect(essence(real)).toEqual(essence(trial));
          expect(await fates(two, real)).toEqual(trialFates);
          expect(real.counts).toMatchObject({ new: real.rows, refused: 0 });
          for (const ctx of [one, two])
            expect((await fates(ctx, await bring(ctx, { path, of }))).filter(({ fate }) => fate !== 'unchanged')).toEqual([]);
        }
        const again = await exportAll(two, format);
        for (const of of tableKinds) expect(again[of]).toBe(written[of]);
        expect((await runVerify(two, {})).findings).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  },
  120_000,
);
