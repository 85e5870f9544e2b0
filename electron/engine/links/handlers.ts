import type { CaseHandlers } from '../handlers.ts';
import { createRecordLink, listRecordLinks, removeRecordLink } from './record-links.ts';

export const linkCalls = {
  'links.create': createRecordLink,
  'links.remove': async (ctx, input) => {
    await removeRecordLink(ctx, input);
    return {};
  },
  'links.list': listRecordLinks,
} satisfies Partial<CaseHandlers>;
