import type { z } from 'zod';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { Json } from '#shared/model/primitives.ts';
import { differences } from '../verify/differences.ts';
import type { BagCheck } from './check-bag.ts';
import type { CaseFileSource } from './case-file-source.ts';
import type { Told } from './journal-told.ts';
import { readText } from './read-file.ts';

/** What the checks of a case file's content share. */
export type ContentWork = { source: CaseFileSource; bag: BagCheck; told: Told; findings: Finding[]; signal: AbortSignal };

type Found = Pick<ContentWork, 'findings'>;

export function disagree(work: Found, subject: string, problem: string, about: { itemId?: string; passageId?: string } = {}): void {
  work.findings.push(makeFinding('casefile-content', subject, { ...about, facts: { problem } }));
}

/**
 * A JSON file of the bag as it stands there, once it is known to have its shape. Null when it is missing, changed
 * (both told already) or of another shape (told here).
 */
export async function readJson<Schema extends z.ZodType>(
  work: Pick<ContentWork, 'source' | 'bag' | 'findings'>,
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  if (work.bag.bad.has(path)) return null;
  const text = await readText(work.source, path);
  if (text === null) {
    disagree(work, path, 'every case file has it, and it is not there');
    return null;
  }
  try {
    const value = JSON.parse(text) as z.output<Schema>;
    const parsed = schema.safeParse(value);
    if (parsed.success) return value;
    const issue = parsed.error.issues[0];
    disagree(work, path, `it does not have the shape of its schema (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`);
  } catch {
    disagree(work, path, 'it is not JSON');
  }
  // Nothing else is concluded from it.
  work.bag.bad.add(path);
  return null;
}

/** Compares a thing in the bag with what the journal says of it; `said` undefined means that the journal does not know it. */
export function compareWithJournal(
  work: ContentWork,
  thing: { kind: string; id: string; path: string },
  now: Json,
  said: Json | undefined,
): void {
  const { kind, id, path } = thing;
  if (work.told.doubtful.has(id)) return;
  if (said === undefined) {
    if (work.told.whole) disagree(work, path, `the journal does not know the ${kind} ${id}`);
    return;
  }
  if (work.told.removed.has(id)) disagree(work, path, `the journal says that the ${kind} ${id} was removed`);
  const fields = differences(said, now);
  if (fields.length > 0)
    disagree(
      work,
      path,
      `the ${kind} ${id} is not what the journal recorded (${fields
        .slice(0, 6)
        .map((field) => field || 'content')
        .join(', ')})`,
    );
}

/** Things the journal made and did not remove must be in the bag. A journal with gaps may lack the removal. */
export function missingThings(work: ContentWork, kind: string, ids: Iterable<string>, present: ReadonlySet<string>, path: string): void {
  if (!work.told.whole || work.told.partial) return;
  for (const id of ids) {
    if (!present.has(id) && !work.told.removed.has(id) && !work.told.doubtful.has(id))
      disagree(work, path, `the ${kind} ${id} of the journal is missing`);
  }
}
