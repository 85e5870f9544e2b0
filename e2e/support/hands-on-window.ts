import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { HandsOnState } from '#shared/hands-on.ts';
import type { Answer } from '#shared/bridge.ts';
import { call } from './calls.ts';
import type { RunningApp } from './launch.ts';

/** The window a person browses in: its toolbar, and the page below it. */
export type HandsOnWindow = { toolbar: Page; view: Page };

export async function openHandsOn({ app, page }: RunningApp, url: string): Promise<HandsOnWindow> {
  await call(page, 'handsOn.open', { url });
  const toolbar = await windowAt(app, (address) => address.includes('hands-on.html'));
  const view = await windowAt(app, (address) => address.startsWith(new URL(url).origin));
  await toolbar.getByRole('button', { name: 'Keep this page' }).waitFor();
  return { toolbar, view };
}

async function windowAt(app: ElectronApplication, fits: (address: string) => boolean): Promise<Page> {
  await expect.poll(() => app.windows().filter((one) => fits(one.url())).length, { timeout: 20_000 }).toBe(1);
  const found = app.windows().find((one) => fits(one.url()));
  if (found === undefined) throw new Error('no such window');
  return found;
}

/** A call of the toolbar's own bridge. */
export async function askToolbar(toolbar: Page, name: string, input: object): Promise<Answer> {
  return toolbar.evaluate(
    ([call, given]) =>
      (globalThis as unknown as { handsOn: { call(name: string, input: unknown): Promise<Answer> } }).handsOn.call(call, given),
    [name, input] as const,
  );
}

export async function stateOf(toolbar: Page): Promise<HandsOnState> {
  const answer = await askToolbar(toolbar, 'state', {});
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value as HandsOnState;
}

/** Presses the button and waits for the item. */
export async function keepShown(toolbar: Page): Promise<string> {
  const before = (await stateOf(toolbar)).pages.flatMap((one) => one.kept).length;
  await toolbar.getByRole('button', { name: 'Keep this page' }).click();
  await expect
    .poll(
      async () => {
        const state = await stateOf(toolbar);
        expect(state.problem).toBeNull();
        return state.pages.flatMap((one) => one.kept).length;
      },
      { timeout: 40_000 },
    )
    .toBe(before + 1);
  return (await stateOf(toolbar)).lastKept?.itemId ?? '';
}
