import { useState } from 'react';
import type { RedactionReason, RedactionRegion } from '#shared/model/redactions.ts';
import { withPlaces, type DraftRegion, type Place } from './draft-regions.ts';

/** The places chosen so far, and the reason that new ones get. */
export function useDraft() {
  const [list, setList] = useState<readonly DraftRegion[]>([]);
  const [reason, setReason] = useState<RedactionReason>('witness-identity');
  return {
    list,
    reason,
    setReason,
    /** Every place has what it needs. */
    isReady: list.length > 0 && list.every(({ region }) => region.reason !== 'other' || region.note.trim() !== ''),
    add: (places: readonly Place[]) => setList((before) => withPlaces(before, places, reason)),
    addLike: (places: readonly Place[], like: RedactionRegion) => setList((before) => withPlaces(before, places, like.reason)),
    change: (id: string, region: RedactionRegion) => setList((before) => before.map((one) => (one.id === id ? { id, region } : one))),
    remove: (id: string) => setList((before) => before.filter((one) => one.id !== id)),
    clear: () => setList([]),
  };
}
