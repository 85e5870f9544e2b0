import { HoldfastError } from '#shared/errors.ts';
import type { CaseHandlers } from '../handlers.ts';
import { checkAct } from './check-act.ts';
import { custodyOf, describeCustody } from './describe-custody.ts';
import { itemOpened } from './item-opened.ts';
import { listActors, listActs } from './list-acts.ts';
import { makeSheet } from './make-sheet.ts';
import { recordFailure, withoutCredentials } from './record-failure.ts';
import { sheetPage } from './sheet-page.ts';

export const custodyCalls = {
  'custody.acts': listActs,
  'custody.actors': listActors,
  'custody.check': checkAct,
  'custody.given': custodyOf,
  'custody.describe': describeCustody,
  'custody.sheet': makeSheet,
  'custody.sheetPage': async (ctx, input) => sheetPage(await makeSheet(ctx, input)),
  'items.opened': itemOpened,
  'captures.failed': async (ctx, { url, code, facts }) => {
    await recordFailure(ctx, 'capture.failed', withoutCredentials(url), new HoldfastError(code, facts));
    return {};
  },
} satisfies Partial<CaseHandlers>;
