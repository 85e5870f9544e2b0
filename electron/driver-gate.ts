import { developerSwitch } from './build-kind.ts';

/**
 * Playwright calls `__playwright_run` in the main process once it watches the program. A window opened before that
 * may stay blank, its first navigation lost, so a test asks the program to wait.
 */
export function driverReady(): Promise<void> {
  if (developerSwitch('HOLDFAST_WAIT_FOR_DRIVER') === null) return Promise.resolve();
  return new Promise((resolve) => {
    Object.assign(globalThis, { __playwright_run: resolve });
  });
}
