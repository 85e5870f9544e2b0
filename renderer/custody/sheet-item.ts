import { create } from 'zustand';
import { showDialog } from '../shell/session.ts';

/** Which item the sheet is of that is shown. */
export const useSheetItem = create<{ itemId: string | null }>(() => ({ itemId: null }));

export function showSheet(itemId: string): void {
  useSheetItem.setState({ itemId });
  showDialog('custody-sheet');
}
