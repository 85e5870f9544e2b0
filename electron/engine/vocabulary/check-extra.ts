import type { Kysely } from 'kysely';
import { parseEdtf } from '#shared/edtf.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { ExtraValues } from '#shared/model/claims.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import type { Tables } from '../db/tables.ts';
import { standingFields } from './own-fields.ts';

type Definition = Pick<OwnField, 'name' | 'label' | 'type' | 'options'>;

/** `own-field`, naming field and problem, for a value whose field is not defined or does not take it. Checked in the transaction that writes it. */
export async function checkExtra(db: Kysely<Tables>, subject: OwnField['subject'], extra: ExtraValues): Promise<void> {
  if (Object.keys(extra).length === 0) return;
  const rows = await standingFields(db).select(['name', 'label', 'type', 'options']).where('subject', '=', subject).execute();
  const known = new Map(rows.map((row) => [row.name, { ...row, options: JSON.parse(row.options) as string[] } as Definition]));
  for (const [name, value] of Object.entries(extra)) {
    const problem = extraProblem(known.get(name), value);
    if (problem !== null) throw new HoldfastError('own-field', { subject, field: known.get(name)?.label ?? name, problem });
  }
}

/** What is wrong with a value, in words; null when nothing is. Pure. */
export function extraProblem(field: Definition | undefined, value: ExtraValues[string]): string | null {
  if (field === undefined) return 'it is not a field of this case';
  switch (field.type) {
    case 'text':
      return typeof value === 'string' ? null : 'it takes text';
    case 'number':
      return typeof value === 'number' ? null : 'it takes a number';
    case 'yes or no':
      return typeof value === 'boolean' ? null : 'it takes yes or no';
    case 'date':
      return typeof value === 'string' && parseEdtf(value) !== null
        ? null
        : 'it takes an EDTF date such as 2018, 2018-06~ or 2017-03/2017-10';
    case 'choice':
      return typeof value === 'string' && field.options.includes(value) ? null : `it takes one of: ${field.options.join(', ')}`;
  }
}
