import { uuidv7 } from 'uuidv7';
import type { Ports } from './context.ts';

/** The clock of this machine, and ids that sort by time. */
export const systemPorts: Ports = { now: () => new Date(), newId: uuidv7 };
