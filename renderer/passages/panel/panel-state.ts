/** What a person was doing in the passage panel, so that looking elsewhere loses nothing. Lives as long as the case is open. */
import { create } from 'zustand';
import { noFilter, type PassageFilter } from './passage-filter.ts';

type Kept = {
  filter: PassageFilter;
  /** How far the list was scrolled, in CSS pixels. */
  offset: number;
  /** The passage last looked at. */
  passageId: string | null;
};
const nothing: Kept = { filter: noFilter, offset: 0, passageId: null };

const usePanel = create<{ items: ReadonlyMap<string, Kept> }>(() => ({ items: new Map() }));

export function useKeptPanel(itemId: string): Kept {
  return usePanel((state) => state.items.get(itemId) ?? nothing);
}

export function keptPanel(itemId: string): Kept {
  return usePanel.getState().items.get(itemId) ?? nothing;
}

export function keepPanel(itemId: string, change: Partial<Kept>): void {
  usePanel.setState(({ items }) => ({ items: new Map(items).set(itemId, { ...(items.get(itemId) ?? nothing), ...change }) }));
}

/** Of a case that was closed. */
export function forgetPanels(): void {
  usePanel.setState({ items: new Map() });
}
