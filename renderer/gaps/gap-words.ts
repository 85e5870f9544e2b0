import { isolated } from '../ui/isolated.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { contradictionWords } from '#shared/claims/contradiction-words.ts';
import { numberWords } from '#shared/claims/figure-words.ts';
import type { Contradiction } from '#shared/model/analysis.ts';
import type { Gap } from '#shared/model/gaps.ts';
import { isMessage, t } from '../messages/index.ts';

/** What stands under the title of a gap; empty where the title says it all. */
export function gapDetail({ kind, facts, other }: Gap): string {
  switch (kind) {
    case 'contradiction unsettled': {
      const words = contradictionWords({ rule: facts['rule'] as Contradiction['rule'], facts });
      const stale = facts['stale'] === 1 ? ` (${t('gaps.contradiction.stale')})` : '';
      return `${String(facts['incident'])}: ${words}${stale}`;
    }
    case 'single origin': {
      const claims = Number(facts['claims']);
      const who = String(facts['who']);
      return `${figureOf(facts)}. ${who === '' ? t('gaps.origin.none', { claims }) : t('gaps.origin.one', { claims, who: isolated(who) })}`;
    }
    case 'passage lost':
      return `${named(facts['source'])}, ${t('gaps.lost.claim', { claim: other?.title ?? '' })}`;
    case 'passage without claim':
    case 'item untouched':
      return String(facts['source'] ?? '');
    case 'party uncited': {
      const key = `party.kind.${String(facts['partyKind'])}`;
      return isMessage(key) ? t(key) : String(facts['partyKind'] ?? '');
    }
    default:
      return [named(facts['who']), saidWords(facts['saidAt']), named(facts['incident'])].filter((part) => part !== '').join(', ');
  }
}

function named(name: string | number | null | undefined): string {
  return name == null || name === '' ? '' : isolated(String(name));
}

function saidWords(saidAt: string | number | null | undefined): string {
  return typeof saidAt === 'string' ? t('gaps.said', { when: edtfWords(saidAt) }) : '';
}

function figureOf({ act, unit, least, most }: Gap['facts']): string {
  return [boundsWords(least, most), String(unit), String(act)].filter((part) => part !== '').join(' ');
}

function boundsWords(least: Gap['facts'][string] | undefined, most: Gap['facts'][string] | undefined): string {
  const [from, to] = [least, most].map((one) => (typeof one === 'number' ? numberWords(one) : null));
  if (from != null && to != null) return from === to ? from : t('gaps.figure.both', { from, to });
  if (from != null) return t('gaps.figure.least', { n: from });
  return to == null ? '' : t('gaps.figure.most', { n: to });
}
