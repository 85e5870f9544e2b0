import { contradictionWords } from '#shared/claims/contradiction-words.ts';
import type { Contradiction } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { utcWords } from '../../ui/times.tsx';
import { StatementLink } from '../statement-link.tsx';
import type { ContradictionListProps } from './contradiction-list.tsx';

type ContradictionNoteProps = Pick<ContradictionListProps, 'index' | 'onSettle' | 'onUnsettle'> & { contradiction: Contradiction };

/** Why two claims cannot both hold, the two of them, and how a person explained it. */
export function ContradictionNote({ contradiction, index, onSettle, onUnsettle }: ContradictionNoteProps) {
  const { claimA, claimB, settlement } = contradiction;
  const standsSettled = settlement !== null && !settlement.stale;
  return (
    <article className="contradiction" data-settled={standsSettled}>
      <header>
        <strong dir="auto">{contradictionWords(contradiction)}</strong>
        {onSettle === null || standsSettled ? null : (
          <Button size="s" onPress={() => onSettle(contradiction)}>
            {t('incident.settle')}
          </Button>
        )}
      </header>
      <StatementLink id={claimA} statement={index.statementOf(claimA)} />
      <StatementLink id={claimB} statement={index.statementOf(claimB)} />
      {settlement === null ? null : (
        <footer>
          <p dir="auto">{settlement.reason}</p>
          <span className="muted">{t('incident.settled.by', { by: settlement.by, at: utcWords(settlement.at) })}</span>
          {settlement.stale ? <Chip tone="pending">{t('incident.settled.stale')}</Chip> : null}
          {onUnsettle === null ? null : (
            <Button size="s" variant="quiet" onPress={() => onUnsettle(contradiction)}>
              {t('incident.unsettle')}
            </Button>
          )}
        </footer>
      )}
    </article>
  );
}
