import { z } from 'zod';
import { tableDocument, type TableKind } from '#shared/model/tables.ts';

/** The name of the JSON Schema of a JSON table: beside every export, and in docs/schemas. */
export const schemaName = (of: TableKind) => `holdfast-${of}.schema.json`;

/** JSON Schema (2020-12) of a JSON table. Fields with a default may be left out. */
export function schemaText(of: TableKind): string {
  const schema = z.toJSONSchema(tableDocument(of), { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title: `Holdfast table: ${of}`, ...schema }, null, 2)}\n`;
}
