/** Who says what via whom: computed when asked for, never stored. */
import { z } from 'zod';
import { id } from './primitives.ts';

/**
 * `item`: a source that hands on where no party is named; `unnamed`: speakers nobody names, apart for each that hands them
 * on, so that they never look like one voice. Steps of which only the medium is known are passed over.
 */
export const networkNodeKinds = ['party', 'item', 'unnamed'] as const;

export const networkNode = z.object({
  /** A record's id, or `unnamed ID` with that of the first who hands on. */
  id: z.string(),
  kind: z.enum(networkNodeKinds),
  label: z.string(),
  /** A word of the vocabulary; null where it is no party. */
  partyKind: z.string().nullable(),
  /** Names of the parties that were merged into it. */
  merged: z.array(z.string()),
  /** Claims it makes in its own voice, and claims it hands on. */
  says: z.number().int(),
  handsOn: z.number().int(),
});
export type NetworkNode = z.infer<typeof networkNode>;

/** Claims go from `from` to `to`, who hands them on. `repeats`: how many of them only because one claim is tied to another as repeating it. */
export const networkEdge = z.object({ from: z.string(), to: z.string(), claims: z.number().int(), repeats: z.number().int() });
export type NetworkEdge = z.infer<typeof networkEdge>;

/** A relation between parties (part of, member of, controlled by), as a person entered it. */
export const networkRelation = z.object({ from: z.string(), to: z.string(), relation: z.string(), when: z.string().nullable() });
export type NetworkRelation = z.infer<typeof networkRelation>;

export const network = z.object({
  nodes: z.array(networkNode),
  edges: z.array(networkEdge),
  relations: z.array(networkRelation),
  /** Parties that lean on each other in a circle, by the rule of an incident's analysis. */
  circles: z.array(z.object({ nodes: z.array(z.string()) })),
  claims: z.number().int(),
  /** Claims that name neither a speaker nor anything that hands them on; nothing can be drawn of them. */
  adrift: z.number().int(),
});
export type Network = z.infer<typeof network>;

/** A claim at a node or on an edge, and what the node does with it. */
export const networkClaim = z.object({
  id,
  role: z.enum(['says', 'hands on']),
  sentence: z.string(),
  saidAt: z.string().nullable(),
  /** Node before and node after in the chain, by their labels; null at its ends. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type NetworkClaim = z.infer<typeof networkClaim>;
