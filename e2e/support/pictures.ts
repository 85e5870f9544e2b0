import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { root } from './launch.ts';

/** Keeps a picture of the window under test-results/pictures, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(root, 'test-results', 'pictures');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
