/** The redacted copies that go instead of their sources, and the words that must then be nowhere in the case file. */
import type { ExportedFile } from '#shared/model/case-file.ts';
import type { RedactionLogEntry } from '#shared/model/redactions.ts';
import type { CaseContext } from '../../context.ts';
import { redactedWords, type WithheldPhrase } from '../../redaction/redacted-words.ts';
import { redactionLog } from '../../redaction/redaction-log.ts';
import { keptRedactions } from '../../redaction/redaction-rows.ts';
import type { Gathered } from '../gather-case.ts';

export type RedactedCopies = {
  /** Every copy that one redaction made goes: a picture without its text would hide what may be read. */
  files: ExportedFile[];
  log: RedactionLogEntry[];
  phrases: WithheldPhrase[];
};

/** @param chosen the copy that a person chose, by item */
export async function redactedCopies(ctx: CaseContext, all: Gathered, chosen: ReadonlyMap<string, string>): Promise<RedactedCopies> {
  if (chosen.size === 0) return { files: [], log: [], phrases: [] };
  const fileIds = new Set(chosen.values());
  const redactions = (await keptRedactions(ctx)).filter(({ copies }) => copies.some(({ id }) => fileIds.has(id)));
  const standing = new Set(redactions.flatMap(({ copies }) => copies.flatMap(({ id, removed }) => (removed ? [] : [id]))));
  const files = [...chosen.keys()].flatMap((itemId) =>
    (all.items.get(itemId)?.files ?? []).flatMap((file) =>
      standing.has(file.id) ? [{ ...file, path: `data/redacted/${itemId}/${file.path.split('/').at(-1) ?? ''}` }] : [],
    ),
  );
  return {
    files,
    log: (await redactionLog(ctx)).filter(({ copyFileId }) => standing.has(copyFileId)),
    phrases: await redactedWords(ctx, redactions),
  };
}
