import { useMemo } from 'react';
import type { TagColour } from '#shared/model/tag-colours.ts';
import { useCall } from '../shell/engine.ts';

/** The tags of the case that have a colour. */
export function useTagColours(): ReadonlyMap<string, TagColour> {
  const { data } = useCall('tags.list', {});
  return useMemo(() => new Map(data?.tags.flatMap(({ tag, colour }) => (colour === null ? [] : [[tag, colour] as const]))), [data]);
}
