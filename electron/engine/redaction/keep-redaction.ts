import type { Transaction } from 'kysely';
import { HoldfastError } from '#shared/errors.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { Redaction, RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { keepDerived, type DerivedFile } from '../items/keep-derived.ts';
import { takeBack } from '../items/take-back.ts';
import type { Act } from '../journal/mutate.ts';
import type { KeptBlob } from '../store/blob-store.ts';
import type { CoveredRange } from './covered-words.ts';
import type { MadeCopy } from './make-copy.ts';
import { withheldRanges } from './redacted-words.ts';
import type { Ground } from './redaction-ground.ts';
import { listRedactions } from './redaction-rows.ts';
import { block, withholdWords } from './text/withhold-words.ts';

/** Rule of the text copy, as recorded with it. */
const textRule = 'blocks-1';

type Made = {
  ground: Ground;
  places: { regions: readonly RedactionRegion[]; covered: readonly CoveredRange[] };
  copy: MadeCopy | null;
  signal: AbortSignal;
};

/** Keeps the copies and the redaction in one transaction. Names of copies say nothing: a file's name often holds a name. */
export async function keepRedaction(ctx: CaseContext, made: Made): Promise<Redaction> {
  const { ground, places, copy, signal } = made;
  const redactionId = ctx.ports.newId();
  const blobs: KeptBlob[] = [];
  const keep = async (blob: Promise<KeptBlob>) => {
    blobs.push(await blob);
    return blobs.at(-1)!;
  };
  try {
    const files: DerivedFile[] = [];
    if (copy !== null) files.push(fileCopy(ground, copy, { redactionId, blob: await keep(ctx.store.keepStaged(copy.path, { signal })) }));
    const words = textCopy(ground, places);
    if (words !== null) files.push(words.file(redactionId, await keep(ctx.store.keepBytes(words.text))));
    if (files.length === 0)
      throw new HoldfastError('redaction-failed', { path: ground.file.name, problem: 'there is nothing to make a copy of' });
    signal.throwIfAborted();
    await keepDerived(ctx, ground.item.id, files, (trx, fileIds) => insert(ctx, trx, { redactionId, ground, places, fileIds }));
  } catch (error) {
    await takeBack(ctx, blobs);
    throw error;
  }
  const { redactions } = await listRedactions(ctx, { itemId: ground.item.id });
  return redactions.find(({ id }) => id === redactionId)!;
}

type Kept = { redactionId: string; blob: KeptBlob };

function fileCopy({ file }: Ground, { suffix, mediaType, tool }: MadeCopy, { redactionId, blob }: Kept): DerivedFile {
  const parameters = { ...tool.parameters, redactionId, withheldSha256: file.sha256 };
  return { role: 'redacted', blob, name: nameOf(file.sha256, suffix), mediaType, parentFileId: file.id, tool: { ...tool, parameters } };
}

/** Null where there is no text, or none of it is withheld: then it would be a copy of the whole text. */
function textCopy({ text, file }: Ground, places: Made['places']) {
  if (text === null) return null;
  const ranges = withheldRanges(text, places);
  if (ranges.length === 0) return null;
  const parameters = { withheldSha256: file.sha256, textSha256: text.sha256, blocks: ranges.length, block, rule: textRule };
  return {
    text: withholdWords(text.text, ranges),
    file: (redactionId: string, blob: KeptBlob): DerivedFile => ({
      role: 'redacted',
      blob,
      name: nameOf(file.sha256, '.txt'),
      mediaType: 'text/plain',
      parentFileId: text.fileId,
      tool: { name: 'holdfast', version: textRule, parameters: { ...parameters, redactionId } },
    }),
  };
}

function nameOf(sha256: string, suffix: string): string {
  return `redacted-${sha256.slice(0, 12)}${suffix}`;
}

type Rows = { redactionId: string; ground: Ground; places: Made['places']; fileIds: readonly string[] };

async function insert(ctx: CaseContext, trx: Transaction<Tables>, { redactionId, ground, places, fileIds }: Rows): Promise<Act[]> {
  const row = {
    id: redactionId,
    itemId: ground.item.id,
    fileId: ground.file.id,
    sha256: ground.file.sha256,
    createdAt: ctx.ports.now().toISOString(),
    createdBy: ctx.settings.actor,
  };
  const { regions, covered } = places;
  await trx
    .insertInto('redaction')
    .values({ ...row, regions: JSON.stringify(regions), covered: JSON.stringify(covered) })
    .execute();
  await trx
    .insertInto('redactedCopy')
    .values(fileIds.map((fileId) => ({ fileId, redactionId })))
    .execute();
  const payload = { ...row, regions: regions as unknown as Json, covered: covered as unknown as Json, copies: [...fileIds].sort() };
  return [{ action: 'redaction.made', subject: redactionId, payload }];
}
