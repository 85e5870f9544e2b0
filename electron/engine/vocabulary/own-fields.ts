import { sql, type Kysely } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { changedFields } from '../claims/changed-fields.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';

export function standingFields(db: Kysely<Tables>) {
  return db.selectFrom('fieldDefinition').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = fieldDefinition.id)`);
}

export async function listFields(ctx: Pick<CaseContext, 'read'>, { subject }: ParsedInput<'fields.list'>): Promise<{ fields: OwnField[] }> {
  let query = standingFields(ctx.read).selectAll().orderBy('subject').orderBy('createdAt').orderBy('id');
  if (subject !== undefined) query = query.where('subject', '=', subject);
  const fields: OwnField[] = [];
  for (const row of await query.execute()) fields.push(toField(row, (await valuesOf(ctx.read, row)).length));
  return { fields };
}

/** @throws HoldfastError already-exists when such a thing has a field of that name */
export async function addField(ctx: CaseContext, input: ParsedInput<'fields.add'>): Promise<OwnField> {
  const now = ctx.ports.now().toISOString();
  const field = { id: ctx.ports.newId(), ...input, createdAt: now, createdBy: ctx.settings.actor, updatedAt: now };
  await mutate(ctx, { action: 'fieldDefinition.created', subject: field.id, payload: field }, async (trx) => {
    const same = await standingFields(trx)
      .select('id')
      .where('subject', '=', input.subject)
      .where('name', '=', input.name)
      .executeTakeFirst();
    if (same !== undefined) throw new HoldfastError('already-exists', { kind: `field of the ${input.subject}`, id: input.name });
    await trx
      .insertInto('fieldDefinition')
      .values({ ...field, options: JSON.stringify(field.options) })
      .execute();
  });
  return { ...field, used: 0 };
}

/** @throws HoldfastError still-used when an option in use would go */
export async function changeField(ctx: CaseContext, { id, label, options, note }: ParsedInput<'fields.change'>): Promise<OwnField> {
  const before = await getField(ctx, id);
  const values = await valuesOf(ctx.read, before);
  const lost = before.options.find((option) => !options.includes(option) && values.includes(option));
  if (lost !== undefined) {
    const count = values.filter((value) => value === lost).length;
    throw new HoldfastError('still-used', { kind: `option “${lost}”`, id, by: `${before.subject} records`, count });
  }
  if ((before.type === 'choice') !== options.length > 0)
    throw new HoldfastError('wrong-input', {
      name: 'fields.change',
      field: 'options',
      problem: 'a choice needs its options, and only a choice has them',
    });
  const changed = changedFields({ label: before.label, options: before.options, note: before.note }, { label, options, note });
  if (Object.keys(changed).length === 0) return before;
  const updatedAt = ctx.ports.now().toISOString();
  const payload = { label, options, note, updatedAt, changed };
  await mutate(ctx, { action: 'fieldDefinition.updated', subject: id, payload }, async (trx) => {
    await trx
      .updateTable('fieldDefinition')
      .set({ label, options: JSON.stringify(options), note, updatedAt })
      .where('id', '=', id)
      .execute();
  });
  return { ...before, label, options, note, updatedAt };
}

/** @throws HoldfastError still-used while anything has a value in it */
export async function removeField(ctx: CaseContext, { id, reason }: ParsedInput<'fields.remove'>): Promise<void> {
  const { subject, label, used } = await getField(ctx, id);
  if (used > 0) throw new HoldfastError('still-used', { kind: `field “${label}”`, id, by: `${subject} records`, count: used });
  await bury(ctx, { kind: 'fieldDefinition', id, reason });
}

async function getField(ctx: CaseContext, id: string): Promise<OwnField> {
  const row = await standingFields(ctx.read).selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'field', id });
  return toField(row, (await valuesOf(ctx.read, row)).length);
}

/** What standing records hold in a field. */
async function valuesOf(db: Kysely<Tables>, { subject, name }: { subject: string; name: string }): Promise<unknown[]> {
  const table = sql.table(subject);
  const { rows } = await sql<{ value: unknown }>`SELECT part.value AS value FROM ${table} r, json_each(r.extra) part
    WHERE r.extra <> '{}' AND part.key = ${name} AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = r.id)`.execute(db);
  return rows.map(({ value }) => value);
}

function toField(row: Tables['fieldDefinition'], used: number): OwnField {
  return {
    ...row,
    subject: row.subject as OwnField['subject'],
    type: row.type as OwnField['type'],
    options: JSON.parse(row.options) as string[],
    used,
  };
}
