import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseContext } from '../context.ts';

/**
 * A folder inside the case's staging, by its real path. What is kept from staging is removed from there, and the call
 * may come from a script: a folder elsewhere, or a link to one, is refused. `call` names it in the error.
 * @throws HoldfastError wrong-input
 */
export async function stagedFolder(ctx: CaseContext, folder: string, call: string): Promise<string> {
  const refused = () =>
    new HoldfastError('wrong-input', { name: call, field: 'folder', problem: 'does not lie in the staging of this case' });
  try {
    if (!(await lstat(folder)).isDirectory()) throw refused();
    const staging = await realpath(ctx.store.staging);
    const name = relative(staging, await realpath(folder));
    if (name === '' || name.startsWith('..') || isAbsolute(name)) throw refused();
    return join(staging, name);
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    throw refused();
  }
}
