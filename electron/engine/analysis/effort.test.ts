/** The work grows with the claims, not with their pairs; what it counts is right for many. */
import { expect, test } from 'vitest';
import type { Claim } from '#shared/model/claims.ts';
import { claimOf, networkOf } from '../testing/claim-network.ts';
import { analyseIncident } from './analyse-incident.ts';
import type { IncidentRecords } from './incident-records.ts';

/** Half the claims repeat one before; each tenth denies; all have two measures, dates and one held responsible. */
function crowd(size: number): IncidentRecords {
  const claims = Array.from({ length: size }, (_, n) => ({
    id: `c${String(n).padStart(5, '0')}`,
    speaker: `p${n % 60}`,
    modality: n % 10 === 3 ? ('denies' as const) : ('asserts' as const),
    saidAt: `201${n % 9}`,
    when: `2017-0${1 + (n % 3)}`,
    involved: [[`r${n % 4}`, 'alleged responsible']] as [string, string][],
    quantities: [
      { value: n % 97, unit: 'people' },
      { value: n % 89, unit: 'bodies' },
    ],
  }));
  const repeats = claims.filter((_, n) => n % 2 === 1).map(({ id }, n) => [id, claims[n]?.id ?? ''] as const);
  return networkOf(claims, { repeats });
}

/** How often a claim is looked into. */
function looks(size: number): number {
  let count = 0;
  const records = crowd(size);
  const watched = records.claims.map(
    (claim) =>
      new Proxy(claim, {
        get(target, name) {
          count += 1;
          return target[name as keyof Claim];
        },
      }),
  );
  analyseIncident({ ...records, claims: watched });
  return count;
}

test('twice the claims take less than three times the looks', () => {
  const [few, many] = [looks(1000), looks(2000)];
  expect(few).toBeGreaterThan(1000);
  expect(many).toBeLessThan(few * 3);
});

test('pairs are counted right where there are too many to list', () => {
  const size = 2300;
  const { claims } = crowd(size);
  let apart = 0;
  let denials = 0;
  const denies = ({ modality }: Claim) => modality === 'denies';
  const value = (claim: Claim, at: number) => claim.quantities[at]?.value;
  for (const [at, a] of claims.entries()) {
    for (const b of claims.slice(at + 1)) {
      const sameAt = [0, 1].filter((one) => value(a, one) === value(b, one)).length;
      if (!denies(a) && !denies(b) && sameAt < 2) apart += 1;
      if (denies(a) !== denies(b) && sameAt > 0 && !(a.speakerId === b.speakerId && a.saidAt !== b.saidAt)) denials += 1;
    }
  }
  const only = (keep: Partial<Claim>) =>
    analyseIncident({ ...networkOf([]), claims: claims.map((claim) => ({ ...claim, when: null, parties: [], ...keep })) });
  const { contradictionsTotal, contradictions } = only({});
  expect(contradictionsTotal).toBe(apart + denials);
  expect(contradictions).toHaveLength(200);
});

test('a speaker with many claims of many dates denies none of its own but those of the same date', () => {
  const speaker = 'coalition';
  const held = Array.from({ length: 200 }, (_, n) =>
    claimOf({ id: `h${n}`, speaker, saidAt: `20${10 + (n % 10)}`, quantities: [{ value: n, unit: 'people' }] }),
  );
  const denial = claimOf({
    id: 'denial',
    speaker,
    modality: 'denies',
    saidAt: '2013',
    quantities: [{ qualifier: 'at least', value: 100, unit: 'people' }],
  });
  const denied = analyseIncident({ ...networkOf([]), claims: [...held, denial] });
  const apart = analyseIncident({ ...networkOf([]), claims: held });
  expect(denied.contradictionsTotal - apart.contradictionsTotal).toBe(10);
});
