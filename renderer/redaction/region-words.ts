import { assertNever } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import { redactionReasons, type RedactionReason, type RedactionRegion } from '#shared/model/redactions.ts';
import { t } from '../messages/index.ts';
import { timeCode } from '../reader/media/time-code.ts';

export const reasonOptions = redactionReasons.map((id: RedactionReason) => ({ id, label: t(`redaction.reason.${id}`) }));

/** What and where a place is. */
export function regionWords(region: RedactionRegion): string {
  switch (region.kind) {
    case 'words':
      return t('redaction.region.words');
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
