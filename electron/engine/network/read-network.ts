import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Network, NetworkClaim } from '#shared/model/network.ts';
import { claimsById } from '../claims/read-claims.ts';
import type { CaseContext } from '../context.ts';
import { buildNetwork, edgeKey, type BuiltNetwork, type PlaceInChain } from './build-network.ts';
import { gatherChains } from './gather-chains.ts';

/** Parties and sources, and what goes from one to the next; computed each time it is asked for. */
export async function readNetwork(ctx: CaseContext, { incidentId }: ParsedInput<'network.get'>): Promise<Network> {
  const { atNode: _atNode, onEdge: _onEdge, ...network } = buildNetwork(await gatherChains(ctx), incidentId);
  return network;
}

/** The claims at a node, or on the edge from it to `toId`, in the order they were entered. */
export async function networkClaims(
  ctx: CaseContext,
  { incidentId, nodeId, toId, limit, offset }: ParsedInput<'network.claims'>,
): Promise<CallOutput<'network.claims'>> {
  const parts = await gatherChains(ctx);
  const built = buildNetwork(parts, incidentId);
  const missing = [nodeId, ...(toId === undefined ? [] : [toId])].find((id) => !built.nodes.some((node) => node.id === id));
  if (missing !== undefined) throw new HoldfastError('not-found', { kind: 'source of the network', id: missing });
  const places = toId === undefined ? placesAt(built, nodeId) : placesOn(built, nodeId, toId);
  const labels = new Map(built.nodes.map(({ id, label }) => [id, label]));
  const names = new Map(parts.parties.map(({ id, name }) => [id, name]));
  const shown = places.slice(offset, offset + limit);
  const claims = await claimsById(
    ctx.read,
    shown.map(({ claimId }) => claimId),
  );
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const rows = shown.flatMap(({ claimId, role, from, to }): NetworkClaim[] => {
    const claim = byId.get(claimId);
    if (claim === undefined) return [];
    const nameOf = (id: string | null) => (id === null ? null : (labels.get(id) ?? ''));
    return [{ id: claimId, role, sentence: claimSentence(claim, names), saidAt: claim.saidAt, from: nameOf(from), to: nameOf(to) }];
  });
  return { rows, total: places.length };
}

function placesAt({ atNode }: BuiltNetwork, nodeId: string): PlaceInChain[] {
  const places = new Map((atNode.get(nodeId) ?? []).map((place) => [JSON.stringify(place), place]));
  return [...places.values()];
}

function placesOn({ onEdge }: BuiltNetwork, from: string, to: string): PlaceInChain[] {
  const edge = onEdge.get(edgeKey(from, to));
  const ids = edge === undefined ? [] : [...edge.claims, ...edge.repeats].sort();
  return ids.map((claimId) => ({ claimId, role: 'hands on', from, to }));
}
