import { assertNever } from '#shared/errors.ts';
import type { ItemFile, TextMap } from '#shared/model/items.ts';
import { redactionReasons, type RedactionReason, type RedactionRegion } from '#shared/model/redactions.ts';
import { t } from '../messages/index.ts';
import { timeCode } from '../reader/media/time-code.ts';

export const reasonOptions = redactionReasons.map((id: RedactionReason) => ({ id, label: t(`redaction.reason.${id}`) }));

/** What and where a place is; `map` of the text that words are counted in. */
export function regionWords(region: RedactionRegion, map: TextMap | null): string {
  switch (region.kind) {
    case 'words': {
      const page = map?.kind === 'pages' ? map.pages.find(({ start, end }) => start <= region.start && region.start < end) : undefined;
      return page === undefined ? t('redaction.region.words') : t('redaction.region.words.page', { page: page.page });
    }
    case 'sound':
      return t('redaction.region.sound', { from: timeCode(region.from), to: timeCode(region.to) });
    case 'area': {
      if (region.page !== null) return t('redaction.region.page', { page: region.page });
      if (region.from === null || region.to === null) return t('redaction.region.area');
      return t('redaction.region.time', { from: timeCode(region.from), to: timeCode(region.to) });
    }
    default:
      return assertNever(region);
  }
}

/** What kind of copy a file is. */
export function copyWords({ mediaType }: Pick<ItemFile, 'mediaType'>): string {
  if (mediaType === 'application/pdf') return t('redaction.copy.pdf');
  if (mediaType.startsWith('image/')) return t('redaction.copy.picture');
  return t(mediaType.startsWith('text/') ? 'redaction.copy.text' : 'redaction.copy.recording');
}
