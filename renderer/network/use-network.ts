import { useMemo } from 'react';
import type { Network, NetworkNode } from '#shared/model/network.ts';
import { useCall } from '../shell/engine.ts';
import { foldNetwork } from './fold-network.ts';
import { layOutNetwork } from './lay-out-network.ts';
import { useNetworkState } from './network-state.ts';

/** The network as the filter leaves it, folded and laid out; undefined while it is asked for. */
export function useNetwork() {
  const { incidentId, unfolded } = useNetworkState();
  const { data, error } = useCall('network.get', incidentId === null ? {} : { incidentId }, { keepPrevious: true });
  const drawn = useMemo(() => (data === undefined ? undefined : foldNetwork(data, unfolded)), [data, unfolded]);
  const laid = useMemo(() => (drawn === undefined ? undefined : layOutNetwork(drawn)), [drawn]);
  const byId = useMemo(() => new Map((data?.nodes ?? []).map((node): [string, NetworkNode] => [node.id, node])), [data]);
  const circular = useMemo(() => ringsOf(data), [data]);
  return { network: data, laid, left: drawn?.left ?? 0, byId, circular, error };
}

/** Which circle a node stands in, by its id. */
function ringsOf(network: Network | undefined): ReadonlyMap<string, number> {
  return new Map(network?.circles.flatMap(({ nodes }, at) => nodes.map((id): [string, number] => [id, at])) ?? []);
}
