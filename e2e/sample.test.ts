import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';

test('the first screen opens the sample, whole and verified, and again after a restart @packaged', async () => {
  const first = await launch();
  let caseId = '';
  try {
    await first.page.getByText('Open the sample').click();
    await expect(first.page.getByText('Verified, no findings')).toBeVisible({ timeout: 60_000 });
    const info = await call(first.page, 'case.info', {});
    expect(info?.counts).toMatchObject({ items: 6, passages: 19, claims: 11, incidents: 3, parties: 9 });
    caseId = info?.caseId ?? '';
    const { rows } = await call(first.page, 'items.list', {});
    expect(rows.filter(({ completeness }) => completeness === 'partial')).toEqual([]);
    const passages = await call(first.page, 'passages.list', { limit: 1000 });
    expect(passages.rows.filter(({ state }) => state !== 'exact')).toEqual([]);
    expect(first.consoleErrors).toEqual([]);
  } finally {
    await first.quit();
  }
  const second = await launch({ userData: first.userData });
  try {
    await second.page.getByText('Open the sample').click();
    await expect(second.page.getByText('Nearly 1,236 bodies exhumed').first()).toBeVisible();
    expect((await call(second.page, 'case.info', {}))?.caseId).toBe(caseId);
  } finally {
    await second.close();
  }
});
