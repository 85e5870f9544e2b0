/** What an import writes into the journal besides items: files that were refused and files that were there already. */
import type { CaseContext } from '../context.ts';
import type { ErrorData } from '#shared/errors.ts';
import { mutate } from '../journal/mutate.ts';
import type { FoundFile, RefusedPath } from './walk-paths.ts';

type Place = Pick<FoundFile | RefusedPath, 'name' | 'relative'>;

/** Names the file below the folder that was given; where that folder lies tells of a person's machine and stays out. */
export async function recordRefusal(ctx: CaseContext, { name, relative }: Place, error: ErrorData, sha256: string | null): Promise<void> {
  const { path: _path, ...facts } = error.facts;
  await mutate(
    ctx,
    { action: 'import.refused', subject: name, payload: { name, relativePath: relative, code: error.code, facts, sha256 } },
    async () => {},
  );
}

export async function recordRepeat(ctx: CaseContext, { name, relative }: Place, itemId: string, sha256: string): Promise<void> {
  await mutate(ctx, { action: 'import.repeated', subject: itemId, payload: { name, relativePath: relative, sha256 } }, async () => {});
}
