import type { CaseHandlers } from '../handlers.ts';
import { getIncident, listIncidents } from './read-incidents.ts';
import { createIncident, removeIncident, updateIncident } from './write-incidents.ts';

export const incidentCalls = {
  'incidents.create': createIncident,
  'incidents.update': updateIncident,
  'incidents.remove': async (ctx, input) => {
    await removeIncident(ctx, input);
    return {};
  },
  'incidents.list': listIncidents,
  'incidents.get': (ctx, { id }) => getIncident(ctx, id),
} satisfies Partial<CaseHandlers>;
