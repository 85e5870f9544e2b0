import { keepItem, type KeptBeside, type DraftFile, type ItemDraft } from '../items/keep-item.ts';
import { takeBack } from '../items/take-back.ts';
import type { FileRole } from '#shared/model/items.ts';
import type { KeptBlob } from '../store/blob-store.ts';
import type { DerivedFile, Reading, ReadingJob } from './reading.ts';
import { safeName, titleFromName } from './safe-name.ts';

/**
 * How bytes came that were not imported from disk. `beside` makes the files that record it, from those of the item;
 * `facts` take the place of those about a file on disk.
 */
export type Arrival = Pick<ItemDraft, 'method' | 'source' | 'sourceUrl' | 'capturedAt' | 'facts'> & {
  beside: (files: readonly DraftFile[]) => { role: FileRole; name: string; mediaType: string; bytes: string }[];
  /** Written in the item's own transaction. */
  also?: KeptBeside | undefined;
};

const CANONICAL_TEXT = 'canonical-text';

/** `before`: the original, when an item before this one has given it its place already. `arrival`: when it came otherwise than from disk. */
export type Circumstances = { before?: KeptBlob | undefined; arrival?: Arrival | undefined };

/** Gives the bytes their place in the store and writes the item. On failure every blob that came with it is taken back. */
export async function keepReading(
  job: ReadingJob,
  reading: Reading,
  { before, arrival }: Circumstances = {},
): Promise<{ itemId: string; original: KeptBlob }> {
  const { ctx, received, signal } = job;
  const kept: KeptBlob[] = [];
  const note = (blob: KeptBlob) => (kept.push(blob), blob);
  try {
    const original = before ?? note(await ctx.store.settle(received, { signal }));
    const files = [draftOriginal(job, original)];
    for (const companion of reading.companions) {
      const { key, role, found, staged, mediaType } = companion;
      files.push({ key, role, blob: note(await ctx.store.settle(staged, { signal })), name: safeName(found.name), mediaType });
    }
    for (const derived of allDerived(reading)) files.push(await draftDerived(job, derived, note));
    for (const { role, name, mediaType, bytes } of arrival?.beside(files) ?? [])
      files.push({ key: role, role, blob: note(await ctx.store.keepBytes(bytes, { signal })), name, mediaType });
    signal.throwIfAborted();
    const draft = toDraft(job, reading, files);
    const itemId = await keepItem(
      ctx,
      arrival === undefined ? draft : arrived(draft, arrival),
      arrival?.also === undefined ? [] : [arrival.also],
    );
    return { itemId, original };
  } catch (error) {
    await takeBack(ctx, kept);
    throw error;
  }
}

function arrived(draft: ItemDraft, { beside: _beside, also: _also, facts, ...origin }: Arrival): ItemDraft {
  const { file: _onDisk, ...read } = draft.facts;
  return { ...draft, ...origin, facts: { ...read, ...facts } };
}

function draftOriginal(job: ReadingJob, blob: KeptBlob): DraftFile {
  return { key: 'original', role: 'original', blob, name: safeName(job.found.name), mediaType: job.sniffed.mediaType };
}

function allDerived(reading: Reading): DerivedFile[] {
  if (reading.text === null) return reading.derived;
  const { text, tool, parent } = reading.text;
  const file: DerivedFile = {
    key: CANONICAL_TEXT,
    role: 'text',
    suffix: '.canonical.txt',
    mediaType: 'text/plain;charset=utf-8',
    tool,
    bytes: text,
    ...(parent === undefined ? {} : { parent }),
  };
  return [...reading.derived, file];
}

async function draftDerived(job: ReadingJob, derived: DerivedFile, note: (blob: KeptBlob) => KeptBlob): Promise<DraftFile> {
  const { key, role, suffix, mediaType, tool, parent = 'original' } = derived;
  const { store } = job.ctx;
  const options = { signal: job.signal };
  const blob = note(
    'bytes' in derived ? await store.keepBytes(derived.bytes, options) : await store.keepStaged(derived.stagedPath, options),
  );
  return { key, role, blob, name: safeName(job.found.name) + suffix, mediaType, parent, tool };
}

function toDraft({ ctx, found, received, sniffed }: ReadingJob, reading: Reading, files: DraftFile[]): ItemDraft {
  const { type, title, source, sourceUrl, language, gaps, text } = reading;
  return {
    type,
    title: title ?? titleFromName(found.name),
    source: source ?? found.relative.replace(/\s+/gu, ' '),
    sourceUrl,
    language,
    originalName: found.name,
    method: 'import',
    capturedAt: ctx.ports.now().toISOString(),
    gaps,
    facts: {
      mediaType: sniffed.mediaType,
      detectedBy: sniffed.detectedBy,
      file: { name: found.name, relativePath: found.relative, size: received.size, modifiedAt: received.modifiedAt },
      ...reading.facts,
    },
    files,
    text: text === null ? null : { fileKey: CANONICAL_TEXT, text: text.text, map: text.map },
  };
}
