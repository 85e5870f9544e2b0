/** For tests of faults: is everything there that was promised, and nothing half? */
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readRecord } from '../backup/backup-record.ts';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import type { CaseContext, EngineState } from '../context.ts';
import { runVerify } from '../verify/run-verify.ts';
import type { Promised } from './acts.ts';

/** Every way in which the case differs from what was promised; empty when it holds. */
export async function brokenPromises(
  engine: EngineState,
  ctx: CaseContext,
  outside: string,
  promised: readonly Promised[],
): Promise<string[]> {
  const told: string[] = [];
  for (const one of promised) if (!(await isKept(ctx, one, promised))) told.push(`promised and gone: ${JSON.stringify(one)}`);
  const { findings } = await runVerify(ctx, {});
  told.push(...findings.map(({ code, subject, facts }) => `${code} ${subject} ${JSON.stringify(facts)}`));
  for (const name of await readdir(join(outside, 'out'))) {
    // What a killed export was writing has a name of its own that says so.
    if (name.startsWith('.')) continue;
    const report = await verifyCaseFile(engine, { path: join(outside, 'out', name) });
    told.push(...report.findings.map(({ code, subject }) => `case file ${name}: ${code} ${subject}`));
  }
  return told;
}

async function isKept(ctx: CaseContext, one: Promised, all: readonly Promised[]): Promise<boolean> {
  const { read } = ctx;
  switch (one.kind) {
    case 'import':
    case 'capture': {
      const files = await read.selectFrom('file').select('sha256').where('itemId', '=', one.itemId).execute();
      for (const { sha256 } of files) await access(ctx.store.pathOf(sha256));
      return files.length > 0;
    }
    case 'passage':
    case 'update': {
      const row = await read.selectFrom('passage').select('comment').where('id', '=', one.passageId).executeTakeFirst();
      const newest = Math.max(...all.flatMap((other) => ('passageId' in other && other.passageId === one.passageId ? [other.count] : [])));
      // A later one may have been written and not acknowledged any more.
      return row !== undefined && Number(row.comment.replace('count ', '')) >= newest;
    }
    case 'seal':
      return (await read.selectFrom('seal').select('treeSize').where('id', '=', one.id).executeTakeFirst())?.treeSize === one.treeSize;
    case 'export':
      return access(one.path).then(
        () => true,
        () => false,
      );
    case 'backup':
      return ((await readRecord(one.path))?.state?.journal.seq ?? 0) >= one.seq;
  }
}
