import { expect, test } from 'vitest';
import { tamperRows } from '../testing/tamper.ts';
import { reopen, temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { caseInfo } from './case-info.ts';
import { configureCase } from './case-settings.ts';

test('how a case is shown is kept in it, journalled once a change, and verified', async () => {
  const { ctx, engine, folder } = await temporaryCase();
  expect((await caseInfo(ctx)).settings).toEqual({ graphicVeil: 'marked', journalReads: false });
  await configureCase(ctx, { graphicVeil: 'all' });
  await configureCase(ctx, { graphicVeil: 'all' });
  await configureCase(ctx, {});
  const again = await reopen(engine, folder);
  const info = await caseInfo(again);
  expect([info.settings, info.journal.entries]).toEqual([{ graphicVeil: 'all', journalReads: false }, 2]);
  expect((await runVerify(again, {})).findings).toEqual([]);
  tamperRows(folder, `UPDATE caseSetting SET value = '"marked"'`);
  expect((await runVerify(again, {})).findings.map(({ code }) => code)).toEqual(['record-mismatch']);
});
