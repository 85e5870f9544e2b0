/** What of the network is shown; kept while other places are looked at. */
import { create } from 'zustand';

export type NetworkState = {
  incidentId: string | null;
  /** The node whose claims are listed beside. */
  chosen: string | null;
  /** Folded groups that were opened. */
  unfolded: readonly string[];
};

const start: NetworkState = { incidentId: null, chosen: null, unfolded: [] };
export const useNetworkState = create<NetworkState>(() => start);
export const changeNetwork = (change: Partial<NetworkState>): void => useNetworkState.setState(change);
/** For another case. */
export const forgetNetwork = (): void => useNetworkState.setState(start);
