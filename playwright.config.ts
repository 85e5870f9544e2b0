import { defineConfig } from 'playwright/test';

/**
 * `app` runs everything against the app of this checkout. `packaged` runs the tests tagged @packaged once more
 * against the package named by HOLDFAST_PACKAGED.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // Most of the time of these tests is waiting, so one more than CI has cores.
  workers: 3,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  projects: [{ name: 'app' }, { name: 'packaged', grep: /@packaged/ }],
});
