import type { ClaimEvent } from '#shared/model/claim-history.ts';
import { actionWords } from '../../custody/action-words.ts';
import type { Scale } from '#shared/model/grades.ts';
import { valueWords } from '../../grades/grade-words.ts';
import { isMessage, t } from '../../messages/index.ts';
import { relationWords } from '../relations/relation-words.ts';

/** What an act on a claim was about, in one line; empty for the claim itself, whose changes stand below. */
export function eventLine({ about }: ClaimEvent): string {
  switch (about.kind) {
    case 'claim':
      return '';
    case 'evidence':
      return [`${about.stance}: ${about.quote === '' ? t('claim.evidence.area') : `“${short(about.quote)}”`}`, about.itemTitle, about.note]
        .filter((part) => part !== '')
        .join(', ');
    case 'link':
      return [`${relationWords(about)} “${short(about.other.sentence)}”`, about.note].filter((part) => part !== '').join(', ');
    case 'grade': {
      const scale = `grades.scale.${about.scale}`;
      return `${isMessage(scale) ? t(scale) : about.scale}: ${valueWords(about.scale as Scale, about.value)}. ${about.reason}`;
    }
    case 'settlement':
      return `“${short(about.other.sentence)}”. ${about.reason}`;
  }
}

export const eventTitle = ({ action }: ClaimEvent): string => actionWords(action);

const short = (words: string) => (words.length > 120 ? `${words.slice(0, 119)}…` : words);
