/** For tests of speed: claims by the thousand, written past the journal. */
import type { CaseContext } from '../context.ts';
import { newIncident, newParty } from './claim-fixtures.ts';

/** The n-th of a kind has the same id in every case. */
const numbered = (kind: string, n: number) => `${String(n).padStart(8, '0')}-${kind}-7000-8000-000000000000`;

/** Spread evenly over the incidents and 20 speakers, each with a figure, two dates and one step; every tenth repeats the one before. */
export async function manyClaims(ctx: CaseContext, { claims, incidents }: { claims: number; incidents: number }): Promise<void> {
  const about: string[] = [];
  for (let n = 0; n < incidents; n++) about.push((await newIncident(ctx, `RAQ-${n}`)).id);
  const speakers: string[] = [];
  for (let n = 0; n < 20; n++) speakers.push((await newParty(ctx, `Speaker ${n}`)).id);
  const { raw } = ctx.writer!;
  const at = '2018-11-14T09:00:00.000Z';
  const claim =
    raw.prepare(`INSERT INTO claim (id, act, modality, speakerId, "when", saidAt, place, cause, incidentId, note, createdAt, createdBy, updatedAt)
    VALUES (?, 'killed', 'asserts', ?, ?, ?, NULL, NULL, ?, '', '${at}', 't', '${at}')`);
  const quantity = raw.prepare("INSERT INTO claimQuantity VALUES (?, 0, 'exactly', ?, NULL, NULL, 'people', 'count')");
  const via = raw.prepare("INSERT INTO claimVia (claimId, position, partyId, medium, itemId, date) VALUES (?, 0, ?, 'article', NULL, ?)");
  const repeats = raw.prepare("INSERT INTO claimLink VALUES (?, ?, ?, 'repeats', NULL, '', ?, 't')");
  raw.transaction(() => {
    for (let n = 0; n < claims; n++) {
      const id = numbered('0000', n);
      const month = `201${n % 9}-${String(1 + (n % 12)).padStart(2, '0')}`;
      claim.run(id, speakers[n % 20], `${month}-${String(1 + (n % 28)).padStart(2, '0')}~`, month, about[n % incidents]);
      quantity.run(id, n % 400);
      via.run(id, speakers[(n * 7 + 3) % 20], month);
      if (n % 10 === 9) repeats.run(numbered('1111', n), id, numbered('0000', n - 1), at);
    }
  })();
}
