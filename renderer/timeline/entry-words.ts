import { edtfWords } from '#shared/claims/edtf-words.ts';
import { laneOf, type TimelineEntry } from '#shared/model/timeline.ts';
import { t } from '../messages/index.ts';
import { openClaim, openIncident, openItem } from '../shell/session.ts';
import { utcWords } from '../ui/times.tsx';

/** A date in words: "about November 2018", "14 Nov 2018 09:12". */
export function dateWords({ date }: Pick<TimelineEntry, 'date'>): string {
  if (date === null) return t('claims.undated');
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(date) ? `${utcWords(date)} UTC` : edtfWords(date);
}

export function openEntry({ kind, id }: Pick<TimelineEntry, 'kind' | 'id'>): void {
  if (kind === 'incident') openIncident(id);
  else if (laneOf[kind] === 'sources') openItem(id);
  else openClaim(id);
}
