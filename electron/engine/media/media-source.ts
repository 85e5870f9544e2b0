import { HoldfastError } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { getFile } from '../items/get-file.ts';
import { pictureStream } from './media-facts.ts';
import { probeMedia, type Probe, type ProbedStream } from './probe-media.ts';

/** A kept recording that is about to be looked into. `picture` and `sound` are its streams, where it has them. */
export type MediaSource = {
  file: ItemFile;
  path: string;
  probe: Probe;
  picture: ProbedStream | null;
  sound: ProbedStream | null;
};

/** @throws HoldfastError not-found, blob-missing, media-unreadable, helper-missing, helper-timeout */
export async function openSource(ctx: CaseContext, fileId: string, signal: AbortSignal): Promise<MediaSource> {
  const file = await getFile(ctx, fileId);
  const { path } = await ctx.store.locate(file.sha256);
  const probe = await probeMedia(path, { signal });
  return { file, path, probe, picture: pictureStream(probe) ?? null, sound: soundStream(probe) };
}

function soundStream({ streams = [] }: Probe): ProbedStream | null {
  const sounds = streams.filter(({ codec_type }) => codec_type === 'audio');
  return sounds.find(({ disposition }) => disposition?.['default'] === 1) ?? sounds[0] ?? null;
}

/** @throws HoldfastError media-no-picture when the recording has no picture */
export function requirePicture(source: MediaSource): ProbedStream {
  if (source.picture === null) throw new HoldfastError('media-no-picture', { name: source.file.name });
  return source.picture;
}
