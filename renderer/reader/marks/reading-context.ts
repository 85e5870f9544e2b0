import { createContext, useContext } from 'react';
import type { Reading } from './use-reading.ts';

/** What is being read, for the parts of a viewer that show further texts of the same item. */
export const ReadingContext = createContext<Reading | null>(null);

export function useReadingNow(): Reading {
  const reading = useContext(ReadingContext);
  if (reading === null) throw new Error('outside a reader');
  return reading;
}
