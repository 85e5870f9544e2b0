import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { killRounds } from './kill-rounds.ts';

it('killed at 200 random moments, a case keeps every act it acknowledged and none half', async () => {
  const told = await killRounds(await temporaryFolder(), Number(process.env['HOLDFAST_MOMENTS'] ?? 200), Math.random);
  console.warn(`in flight when killed: ${JSON.stringify(told.inFlight)}; ${told.promises} promises kept`);
  expect(told.broken).toEqual([]);
});
