import { defineConfig } from 'playwright/test';

/**
 * `app` runs everything against the app of this checkout. `packaged` runs the tests tagged @packaged once more
 * against the package named by HOLDFAST_PACKAGED.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // One more than CI has cores: they wait more than they work.
  workers: 3,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // What a busy machine missed once is tried once more, and told apart from what passed at once.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  projects: [{ name: 'app' }, { name: 'packaged', grep: /@packaged/ }],
});
