import { create } from 'zustand';
import { goTo } from '../shell/session.ts';

export type CustodyPart = 'verify' | 'seals' | 'journal' | 'case-files' | 'merges';

/** Which part of custody is shown; the first again once the place is left. */
export const useCustodyPart = create<{ part: CustodyPart }>(() => ({ part: 'verify' }));

export function showCustody(part: CustodyPart): void {
  useCustodyPart.setState({ part });
  goTo({ name: 'custody' });
}
