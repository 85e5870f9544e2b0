import type { Voice } from './circles.ts';

const UNKNOWN = '?';

/** What a claim that repeats nothing goes back to: its speaker's voice, else whoever handed it on first, else itself. */
export function originKey({ id, speakerId, via }: Voice, voiceOf: (partyId: string) => string): string {
  if (speakerId !== null) return voiceOf(speakerId);
  const teller = via.find((hop) => hop.partyId !== null)?.partyId ?? null;
  return teller === null ? `${UNKNOWN}claim ${id}` : `${UNKNOWN}via ${voiceOf(teller)}`;
}

/** Whether somebody is named as the speaker. */
export function isKnownKey(key: string): boolean {
  return !key.startsWith(UNKNOWN);
}
