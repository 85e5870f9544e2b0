import type { CaseHandlers } from '../handlers.ts';
import { acceptCarried } from './accept-carried.ts';
import { carryPassages } from './carry-passages.ts';
import { compareVersions } from './compare-versions.ts';
import { linkVersions, unlinkVersions } from './link-versions.ts';
import { listVersions } from './list-versions.ts';

export const versionCalls = {
  'versions.list': listVersions,
  'versions.link': linkVersions,
  'versions.unlink': async (ctx, input) => {
    await unlinkVersions(ctx, input);
    return {};
  },
  'versions.compare': compareVersions,
  'versions.carry': carryPassages,
  'versions.accept': acceptCarried,
} satisfies Partial<CaseHandlers>;
