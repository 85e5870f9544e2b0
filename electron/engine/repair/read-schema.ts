import type { PageSource } from './page-source.ts';
import { readPage, type Row } from './read-page.ts';
import { walkTree, type Walked } from './walk-tree.ts';

export type Roots = { roots: Map<string, number>; owned: Set<number>; whole: boolean };

/**
 * Where each table and index begins. Read from the schema's own tree; when its first page is gone, from any page whose
 * rows are rows of a schema, which nothing else in a case looks like.
 */
export function readSchema(source: PageSource): Roots {
  const found: Roots = { roots: new Map(), owned: new Set(), whole: true };
  const walked: Walked = { broken: [] };
  for (const [, page] of walkTree(source, 1, found.owned, walked)) take(found, page.rows);
  if (walked.broken.length === 0) return found;
  found.whole = false;
  for (let number = 2; number <= source.pages; number += 1) {
    if (found.owned.has(number)) continue;
    const page = readPage(source, number);
    if (page?.kind !== 'table-leaf' || page.rows.length === 0 || !page.rows.every(isSchemaRow)) continue;
    found.owned.add(number);
    take(found, page.rows);
  }
  return found;
}

function isSchemaRow({ values: [type, name, table, root, sql] }: Row): boolean {
  return (
    typeof type === 'string' &&
    ['table', 'index', 'trigger', 'view'].includes(type) &&
    typeof name === 'string' &&
    typeof table === 'string' &&
    typeof root === 'number' &&
    (sql === null || typeof sql === 'string')
  );
}

function take(found: Roots, rows: Row[]): void {
  for (const row of rows) {
    const [, name, , root] = row.values;
    if (isSchemaRow(row) && typeof root === 'number' && root > 1) found.roots.set(String(name), root);
  }
}
