import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { tableKinds } from '#shared/model/tables.ts';
import { filledCase } from '../testing/filled-case.ts';
import { writeTable } from '../testing/table-fixtures.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { schemaName, schemaText } from './json-schema.ts';

const published = join(import.meta.dirname, '../../../docs/schemas');

test('the published schemas are those of this version, and no others lie there', async () => {
  expect((await readdir(published)).sort()).toEqual(tableKinds.map(schemaName).sort());
  for (const of of tableKinds) expect(await readFile(join(published, schemaName(of)), 'utf8'), of).toBe(schemaText(of));
});

test.each(tableKinds)('an export of %s fits its schema, which lies beside it; a faulty one does not', async (of) => {
  const { ctx } = await filledCase();
  const path = join(await temporaryFolder(), `${of}.json`);
  const { schemaPath, rows } = await writeTable(ctx, { of, format: 'json', path });
  expect(schemaPath).toBe(join(dirname(path), schemaName(of)));
  expect(rows).toBeGreaterThan(0);
  const check = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(await readFile(schemaPath ?? '', 'utf8')) as object,
  );
  const table = JSON.parse(await readFile(path, 'utf8')) as { records: Record<string, unknown>[] };
  expect(check(table), JSON.stringify(check.errors)).toBe(true);
  const faults: object[] = [{ version: 2 }, { of: 'items' }, { records: [{ ...table.records[0], id: 7 }] }, { records: [{}] }];
  for (const fault of faults) expect(check({ ...table, ...fault }), JSON.stringify(fault)).toBe(false);
});

test('a schema that is there already is as good; something else under its name stops the export', async () => {
  const { ctx } = await filledCase();
  const folder = await temporaryFolder();
  await writeTable(ctx, { of: 'claims', format: 'json', path: join(folder, 'a.json') });
  await writeTable(ctx, { of: 'claims', format: 'json', path: join(folder, 'b.json') });
  expect((await readdir(folder)).sort()).toEqual(['a.json', 'b.json', 'holdfast-claims.schema.json']);
  await expect(writeTable(ctx, { of: 'claims', format: 'json', path: join(folder, 'holdfast-claims.schema.json') })).rejects.toMatchObject({
    code: 'export-target-exists',
  });
});
