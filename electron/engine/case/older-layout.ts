import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, schemaVersion, type Migration } from '../db/migrate.ts';
import { openForReading, openForWriting, type Connection } from '../db/open-database.ts';

/**
 * A case of an older layout, opened for reading: its rows are copied to a temporary folder and brought up to this
 * version there, because every question is put to the current layout. The case itself is not changed. `tidy` takes the
 * copy away; nothing is copied when the layout is current.
 */
export async function inCurrentLayout(
  reader: Connection,
  migrations: Migration[],
): Promise<{ reader: Connection; tidy: () => Promise<void> }> {
  const known = migrations.at(-1)?.number ?? 0;
  if (schemaVersion(reader.raw) === known) return { reader, tidy: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-older-'));
  const tidy = () => rm(folder, { recursive: true, force: true });
  const file = join(folder, 'case.sqlite');
  try {
    await reader.raw.backup(file);
    await reader.queries.destroy();
    const copy = openForWriting(file);
    migrate(copy.raw, migrations, () => {});
    copy.raw.close();
    return { reader: openForReading(file), tidy };
  } catch (error) {
    await tidy();
    throw error;
  }
}
