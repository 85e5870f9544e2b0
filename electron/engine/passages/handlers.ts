import type { CaseHandlers } from '../handlers.ts';
import { removePassage, updatePassage } from './change-passage.ts';
import { createPassage } from './create-passage.ts';
import { getPassage, listPassages } from './list-passages.ts';

export const passageCalls = {
  'passages.create': createPassage,
  'passages.update': updatePassage,
  'passages.remove': async (ctx, input) => {
    await removePassage(ctx, input);
    return {};
  },
  'passages.list': listPassages,
  'passages.get': (ctx, { id }) => getPassage(ctx, id),
} satisfies Partial<CaseHandlers>;
