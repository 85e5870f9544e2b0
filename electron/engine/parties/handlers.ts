import type { CaseHandlers } from '../handlers.ts';
import { mergeParties, unmergeParty } from './merge-parties.ts';
import { getParty, listParties } from './read-parties.ts';
import { createParty, removeParty, updateParty } from './write-parties.ts';

export const partyCalls = {
  'parties.create': createParty,
  'parties.update': updateParty,
  'parties.remove': async (ctx, input) => {
    await removeParty(ctx, input);
    return {};
  },
  'parties.list': listParties,
  'parties.merge': mergeParties,
  'parties.unmerge': unmergeParty,
  'parties.get': (ctx, { id }) => getParty(ctx, id),
} satisfies Partial<CaseHandlers>;
