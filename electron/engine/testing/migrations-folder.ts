import { join } from 'node:path';

/** For tests, also those in processes of their own. */
export const migrations = join(import.meta.dirname, '../../../migrations');
