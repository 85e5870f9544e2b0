import { useEffect } from 'react';
import { call } from '../shell/engine.ts';

/** Tells the engine once a reading that a source was opened; the engine enters it where the case says so. */
export function useOpenedForReading(itemId: string): void {
  useEffect(() => {
    // An item that is gone is told by the reader itself.
    void call('items.opened', { itemId }).catch(() => undefined);
  }, [itemId]);
}
