/** For tests: the requirements of the Web Annotation Data Model as the W3C published them in its test suite (JSON Schema, draft 4). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

type Schema = { [key: string]: unknown };
type Must = Schema & { id: string; expectedResult: 'valid' | 'invalid'; errorMessage: string };
type Suite = { definitions: Record<string, Schema>; musts: Record<'annotation' | 'collection' | 'page', Record<string, Must>> };

const suite = JSON.parse(readFileSync(join(import.meta.dirname, 'web-annotation-schemas.json'), 'utf8')) as Suite;

/** Draft 4 says `id`, `exclusiveMinimum: true` beside `minimum`, and lets nothing stand beside a reference. */
function modern(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(modern);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $schema: _draft, ...rest } = schema as Schema;
  if (typeof rest['$ref'] === 'string') return { $ref: rest['$ref'] };
  const one = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, modern(value)]));
  return one['exclusiveMinimum'] === true ? { ...one, exclusiveMinimum: one['minimum'] } : one;
}

function named(name: string, schema: Schema): Schema {
  const { id: _id, ...rest } = modern(schema) as Schema;
  return { ...rest, $id: `https://test.invalid/${name}` };
}

const ajv = new Ajv({ strict: false, logger: false });
ajv.addFormat('uri', (text) => /^[a-z][a-z0-9+.-]*:\S*$/i.test(text));
ajv.addFormat('date-time', (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text));
for (const [name, schema] of Object.entries(suite.definitions)) ajv.addSchema(named(name, schema));

/** Which requirements a thing breaks, in the words of the suite; how many were asked. */
export function checkWebAnnotation(kind: keyof Suite['musts'], thing: unknown): { asked: number; broken: string[] } {
  const musts = Object.entries(suite.musts[kind]);
  const broken = musts.flatMap(([name, must]) => {
    const id = `https://test.invalid/${kind}/${name}`;
    const validate = ajv.getSchema(id) ?? ajv.compile({ ...named(`${kind}/${name}`, withBase(must)) });
    return (validate(thing) as boolean) === (must.expectedResult === 'valid') ? [] : [must.errorMessage];
  });
  return { asked: musts.length, broken };
}

/** References are to the definitions beside, wherever the requirement itself stands. */
function withBase(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replace(/"\$ref":"([a-zA-Z]+\.json)/g, '"$ref":"https://test.invalid/$1')) as Schema;
}
