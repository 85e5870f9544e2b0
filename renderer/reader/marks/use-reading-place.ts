import { useRef } from 'react';
import { nowhere, type ReadingPlace } from '../surface/use-surfaces.ts';

/** One place in an item, whatever view of it is shown. A ref: moving through a page draws nothing anew. */
export function useReadingPlace(): { current: ReadingPlace } {
  return useRef<ReadingPlace>(nowhere);
}
