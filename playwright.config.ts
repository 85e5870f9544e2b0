import { defineConfig } from 'playwright/test';

/**
 * `app` runs everything against the app of this checkout. `packaged` runs the tests tagged @packaged once more
 * against the package named by HOLDFAST_PACKAGED.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // As many as CI has cores: with one more, what a person would see in time is missed now and then.
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  projects: [{ name: 'app' }, { name: 'packaged', grep: /@packaged/ }],
});
