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
    // Many of them wait for processes and disks; one worker a core would leave part of the machine idle.
    maxWorkers: Math.max(3, availableParallelism()),
    // They share the machine with the end-to-end tests.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
