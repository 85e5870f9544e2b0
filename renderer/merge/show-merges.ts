import { showCustody } from '../custody/custody-part.ts';
import { showDialog } from '../shell/session.ts';

/** Goes to what both copies changed. */
export function showMerges(): void {
  showDialog(null);
  showCustody('merges');
}
