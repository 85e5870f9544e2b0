import { defineConfig } from 'vitest/config';
import unit from './vitest.config.ts';

const { projects: _apart, ...test } = unit.test ?? {};

/** Tests of size and endurance, run by `npm run soak`. */
export default defineConfig({ ...unit, test: { ...test, include: ['electron/**/*.soak.ts'], testTimeout: 1_800_000 } });
