import type { Item } from '#shared/model/items.ts';

/** What import read of a recording, as far as the bench needs it. `codec` names the picture's, or the sound's. */
export type MediaFacts = { hasPicture: boolean; hasSound: boolean; seconds: number | null; codec: string | null };

export function mediaFacts({ facts, type }: Pick<Item, 'facts' | 'type'>): MediaFacts {
  const { media } = facts;
  if (media === null || typeof media !== 'object' || Array.isArray(media))
    return { hasPicture: type !== 'audio', hasSound: true, seconds: null, codec: null };
  const { durationSeconds, streams } = media;
  const listed = (Array.isArray(streams) ? streams : []).flatMap((stream) =>
    stream !== null && typeof stream === 'object' && !Array.isArray(stream) ? [stream] : [],
  );
  const codec = (listed.find(({ kind }) => kind === (type === 'audio' ? 'audio' : 'video')) ?? {})['codec'];
  return {
    hasPicture: media['hasVideo'] !== false && type !== 'audio',
    hasSound: media['hasAudio'] !== false,
    seconds: typeof durationSeconds === 'number' ? durationSeconds : null,
    codec: typeof codec === 'string' ? codec : null,
  };
}
