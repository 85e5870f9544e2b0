/** For tests of long lists: claims put in by SQL, as many as asked for, spread over acts, speakers, incidents, places and dates. */
import type { CaseContext } from '../context.ts';
import { edtfBounds } from '../db/edtf-functions.ts';
import { newIncident, newParty } from './claim-fixtures.ts';

const acts = ['killed', 'injured', 'exhumed', 'struck', 'denied', 'admitted'];
const places = ['Raqqa', 'al-Mansourah', 'Mosul', 'الرقة', null];
const dates = ['2017-03', '2018-06-14', '2018', '2018-11~', null];

export async function variedClaims(ctx: CaseContext, count: number): Promise<{ speakers: string[]; incidents: string[] }> {
  const speakers: string[] = [];
  const incidents: string[] = [];
  for (let n = 0; n < 40; n += 1) speakers.push((await newParty(ctx, `Speaker ${n}`)).id);
  for (let n = 0; n < 20; n += 1) incidents.push((await newIncident(ctx, `I-${n}`)).id);
  const { raw } = ctx.writer!;
  const insert =
    raw.prepare(`INSERT INTO claim (id, act, modality, speakerId, "when", saidAt, place, cause, incidentId, note, createdAt, createdBy, updatedAt,
    saidFrom, saidTo, whenFrom, whenTo) VALUES (?, ?, 'asserts', ?, NULL, ?, ?, NULL, ?, '', ?, 'tester', ?, ?, ?, NULL, NULL)`);
  const quantity = raw.prepare("INSERT INTO claimQuantity VALUES (?, 0, ?, ?, NULL, NULL, ?, 'count')");
  const grade = raw.prepare(
    "INSERT INTO grade VALUES (?, 'claim', ?, 'admiralty reliability', ?, 'r', '2018-11-14T09:00:00.000Z', 'tester')",
  );
  raw.transaction(() => {
    for (let n = 0; n < count; n += 1) {
      const id = `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;
      const at = new Date(Date.UTC(2018, 10, 14) + n * 1000).toISOString();
      const said = dates[n % 5] ?? null;
      const place = places[n % 5] ?? null;
      const bounds = edtfBounds(said);
      insert.run(
        id,
        acts[n % 6],
        n % 7 === 0 ? null : speakers[n % 40],
        said,
        place === null ? null : JSON.stringify({ name: place, names: {}, latitude: null, longitude: null, precision: 'city' }),
        n % 3 === 0 ? null : incidents[n % 20],
        at,
        at,
        bounds.from,
        bounds.to,
      );
      quantity.run(id, n % 2 === 0 ? 'at least' : 'about', n % 1500, n % 4 === 0 ? 'bodies' : 'civilians');
      if (n % 5 === 0) grade.run(id.replace('7000', '7001'), id, 'ABCDEF'[n % 6]);
    }
  })();
  return { speakers, incidents };
}
