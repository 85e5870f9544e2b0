import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { killRounds } from './kill-rounds.ts';

it('killed at random moments, a case keeps every act it acknowledged and none half', async () => {
  const { broken, promises } = await killRounds(await temporaryFolder(), 4, Math.random);
  expect(broken).toEqual([]);
  expect(promises).toBeGreaterThan(3);
}, 300_000);
