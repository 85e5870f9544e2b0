import type { Passage } from '#shared/model/passages.ts';
import { areaOf } from '../reader/areas/area-of.ts';
import { elementOf } from '../reader/areas/use-area-marks.ts';
import type { Place } from './draft-regions.ts';

type Marked = Pick<Passage, 'kind' | 'selectors' | 'start' | 'end' | 'textFileId' | 'fileId' | 'page' | 'from' | 'to'>;

/**
 * The places that a passage marks in what is redacted: its words, its area, or its time (its sound, and the picture where
 * it marks an area in it). `fileId`: the picture that is worked on where it is not the original. Empty when it marks
 * something else.
 */
export function placesOf(passage: Marked, fileId: string | null): Place[] {
  const { kind, start, end, textFileId, page, from, to } = passage;
  if (kind === 'words') return start === null || end === null ? [] : [{ kind: 'words', start, end, textFileId }];
  const area = elementOf(passage) === null ? areaOf(passage) : null;
  const isHere = passage.fileId === null ? fileId === null : passage.fileId === fileId;
  const span = { from, to };
  const boxes: Place[] = area === null || !isHere ? [] : [{ kind: 'area', page, area, ...span }];
  const sound: Place[] = kind === 'time' && from !== null && to !== null ? [{ kind: 'sound', from, to }] : [];
  return [...sound, ...boxes];
}
