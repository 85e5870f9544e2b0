import { numberWords } from '#shared/claims/figure-words.ts';
import type { Measure } from '#shared/model/analysis.ts';
import { t, isMessage } from '../../messages/index.ts';

/** "bodies exhumed", "months (duration), with struck". */
export function measureName({ act, unit, role }: Pick<Measure, 'act' | 'unit' | 'role'>): string {
  if (role !== 'duration' && role !== 'extent') return t('incident.measure', { unit, act });
  return t('incident.measure.other', { unit, act, role: t(`claim.role.${role}`) });
}

/** One measure of an analysis, as a key. */
export function measureKey({ act, unit, role }: Pick<Measure, 'act' | 'unit' | 'role'>): string {
  return JSON.stringify([act, unit, role]);
}

/** The least and the most that are put forward, as far as they are bounded. */
export function spanWords({ least, most }: Pick<Measure, 'least' | 'most'>): string {
  if (least !== null && most !== null) {
    return least === most
      ? t('incident.range.exact', { n: numberWords(least) })
      : t('incident.range.both', { least: numberWords(least), most: numberWords(most) });
  }
  if (least !== null) return t('incident.range.least', { least: numberWords(least) });
  return most === null ? t('incident.range.open') : t('incident.range.most', { most: numberWords(most) });
}

/** What passages do for a claim, each stance in words: "2 state it", "1 contradicts". */
export function stanceWords(stances: Readonly<Record<string, number>>): { stance: string; words: string }[] {
  return Object.entries(stances).flatMap(([stance, count]) => {
    const key = `incident.stance.${stance}`;
    return count > 0 && isMessage(key) ? [{ stance, words: t(key, { count }) }] : [];
  });
}
