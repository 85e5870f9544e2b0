import { defineConfig } from 'vitest/config';

/** Tests of size and endurance, run by `npm run soak`. */
export default defineConfig({ test: { include: ['electron/**/*.soak.ts'], testTimeout: 1_800_000 } });
