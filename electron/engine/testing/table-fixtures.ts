/** For tests of tables: calls with every default filled in, and files with what a test needs. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract, type CallInput } from '#shared/contract.ts';
import type { TableFate, TableRead } from '#shared/model/tables.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';
import { exportTable } from '../tables/export-table.ts';
import { importTable, listFates } from '../tables/import-table.ts';
import { temporaryFolder } from './temporary-case.ts';

export const bring = (ctx: CaseContext, input: CallInput<'tables.import'>) =>
  importTable(ctx, contract['tables.import'].input.parse(input));
export const writeTable = (ctx: CaseContext, input: CallInput<'tables.export'>) =>
  exportTable(ctx, contract['tables.export'].input.parse(input));

export async function fatesOf(ctx: CaseContext, { trialId }: TableRead): Promise<TableFate[]> {
  return (await listFates(ctx, { trialId, limit: 1000, offset: 0 })).rows;
}

/** A file in a folder of its own. */
export async function fileWith(content: string | Buffer, name = 'table.csv'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

/** As the vocabulary's own call writes it. */
export async function defineField(ctx: CaseContext, subject: string, name: string, type: string, options: string[] = []): Promise<void> {
  const at = ctx.ports.now().toISOString();
  const field = {
    id: ctx.ports.newId(),
    subject,
    name,
    label: name,
    type,
    options,
    note: '',
    createdAt: at,
    createdBy: 'tester',
    updatedAt: at,
  };
  await mutate(ctx, { action: 'fieldDefinition.created', subject: field.id, payload: field }, async (trx) => {
    await trx
      .insertInto('fieldDefinition')
      .values({ ...field, options: JSON.stringify(options) })
      .execute();
  });
}

/** How many things of each kind stand in a case, and entries in its journal. */
export async function counted(ctx: CaseContext): Promise<Record<string, number>> {
  const count = async (table: 'claim' | 'incident' | 'party' | 'claimLink' | 'incidentLink' | 'partyLink' | 'evidence' | 'journal') =>
    [
      table,
      (
        await ctx.read
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    ] as const;
  const tables = ['claim', 'incident', 'party', 'claimLink', 'incidentLink', 'partyLink', 'evidence', 'journal'] as const;
  return Object.fromEntries(await Promise.all(tables.map(count)));
}
