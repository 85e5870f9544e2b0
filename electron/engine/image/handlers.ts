import type { CaseHandlers } from '../handlers.ts';
import { keepAdjusted } from './keep-adjusted.ts';
import { keepPreview } from './keep-preview.ts';

export const imageCalls = {
  'images.keepAdjusted': keepAdjusted,
  'images.keepPreview': (ctx, { itemId }) => keepPreview(ctx, itemId),
} satisfies Partial<CaseHandlers>;
