import type { z } from 'zod';
import { exportedAbsences, exportedCarries, exportedVersions } from '#shared/model/case-file.ts';
import type { Json } from '#shared/model/primitives.ts';
import { compareWithJournal, disagree, missingThings, readJson, type ContentWork } from './content-check.ts';
import type { Shape } from './journal-told.ts';

type Kind = {
  kind: string;
  path: string;
  schema: z.ZodType;
  idField: string;
  said: ReadonlyMap<string, Shape>;
  isLeftOut: (said: Shape) => boolean;
};

/** Links between versions, carried passages and pages found gone say what the journal recorded, no more and no less. */
export async function checkVersions(work: ContentWork): Promise<void> {
  const { told } = work;
  const gone = (id: Json | undefined) => told.removed.has(String(id)) || told.doubtful.has(String(id));
  const kinds: Kind[] = [
    {
      kind: 'version link',
      path: 'data/versions/versions.json',
      schema: exportedVersions,
      idField: 'id',
      said: told.versions,
      // Links that were taken back, and those of removed items, stay behind.
      isLeftOut: (link) => gone(link['id']) || gone(link['itemId']) || gone(link['earlierId']),
    },
    {
      kind: 'carried passage',
      path: 'data/versions/carried-passages.json',
      schema: exportedCarries,
      idField: 'passageId',
      said: told.carries,
      isLeftOut: (carry) => gone(carry['passageId']),
    },
    {
      kind: 'absence',
      path: 'data/versions/absences.json',
      schema: exportedAbsences,
      idField: 'id',
      said: told.absences,
      isLeftOut: () => false,
    },
  ];
  for (const kind of kinds) await checkKind(work, kind);
}

async function checkKind(work: ContentWork, { kind, path, schema, idField, said, isLeftOut }: Kind): Promise<void> {
  // Case files made before there were versions have none of these, and their journals tell of none.
  if (said.size === 0 && !work.source.files.has(path)) return;
  const things = (await readJson(work, path, schema)) as (Shape & { journalEntry: number })[] | null;
  if (things === null) return;
  for (const { journalEntry, ...thing } of things) {
    const id = String(thing[idField]);
    compareWithJournal(work, { kind, id, path }, thing, said.get(id));
    if (work.told.whole && !work.told.doubtful.has(id) && !(work.told.seqs.get(id) ?? []).includes(journalEntry))
      disagree(work, path, `the ${kind} ${id} names a journal entry that is not about it`);
  }
  const expected = [...said].filter(([, one]) => !isLeftOut(one)).map(([id]) => id);
  missingThings(work, kind, expected, new Set(things.map((thing) => String(thing[idField]))), path);
}
