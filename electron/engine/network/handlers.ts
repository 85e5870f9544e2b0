import type { CaseHandlers } from '../handlers.ts';
import { networkClaims, readNetwork } from './read-network.ts';

export const networkCalls = {
  'network.get': readNetwork,
  'network.claims': networkClaims,
} satisfies Partial<CaseHandlers>;
