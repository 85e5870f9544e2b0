import { defineConfig } from 'vitest/config';
import unit from './vitest.config.ts';

/** Tests of size and endurance, run by `npm run soak`. */
export default defineConfig({ ...unit, test: { ...unit.test, projects: [], include: ['electron/**/*.soak.ts'], testTimeout: 1_800_000 } });
