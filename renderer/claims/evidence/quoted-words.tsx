import type { ClaimEvidence } from '#shared/model/claim-evidence.ts';
import { t } from '../../messages/index.ts';

/** The marked words among those around them, in the direction and language of the text; opens the source at them. */
export function QuotedWords({ evidence, onOpen }: { evidence: ClaimEvidence; onOpen: () => void }) {
  const { context, language, passage } = evidence;
  const isLost = context?.from === 'kept';
  return (
    <button
      type="button"
      className="evidence-quote"
      dir="auto"
      data-lost={isLost}
      title={t('claim.evidence.open.hint')}
      {...(language === null ? {} : { lang: language })}
      onClick={onOpen}
    >
      {context === null ? (
        passage.quote || passage.comment || t(passage.kind === 'time' ? 'passage.no-words' : 'claim.evidence.area')
      ) : (
        <>
          <span className="evidence-around">
            {context.cutBefore ? '… ' : ''}
            {context.before}
          </span>
          <mark className="evidence-mark">{context.marked}</mark>
          <span className="evidence-around">
            {context.after}
            {context.cutAfter ? ' …' : ''}
          </span>
        </>
      )}
    </button>
  );
}

/** Says plainly when the words are not where, or not what, they were. */
export function WhereaboutsNote({ evidence: { context, passage } }: { evidence: ClaimEvidence }) {
  const { state, quote } = passage;
  if (state === 'lost') return <p className="evidence-lost">{t('evidence.lost')}</p>;
  if (state === 'moved') return <p className="evidence-moved">{t('evidence.moved')}</p>;
  if (state === 'exact' || context === null || context.marked === quote) return null;
  return (
    <p className="evidence-moved" dir="auto">
      {t('evidence.approximate', { quote })}
    </p>
  );
}
