import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '#shared': join(import.meta.dirname, 'shared'),
      '#engine': join(import.meta.dirname, 'electron', 'engine'),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: ['{shared,renderer}/**/*.test.{ts,tsx}'] },
      },
      { extends: true, test: { name: 'engine', include: ['{electron,scripts}/**/*.test.ts'] } },
    ],
    // Files share a process: each keeps to folders of its own, and loading the engine for every one would take longer than many tests.
    isolate: false,
    // Tests sign with a key of their own, not with that of whoever runs them.
    env: { HOLDFAST_KEYS: join(tmpdir(), 'holdfast-test-keys') },
    pool: 'forks',
    // The end-to-end tests beside them take what they leave of the machine.
    maxWorkers: Math.max(2, availableParallelism()),
    // They share the machine with the end-to-end tests.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
