import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { TextOrigin } from '../passages/text-origin.tsx';
import { useFormContext } from './form-context.ts';
import { quoteParts, type DraftRead } from './form-draft.ts';
import { focusField } from './form-focus.ts';

type Props = {
  passage: Passage;
  read: readonly DraftRead[];
  /** The field the keyboard is in: its words stand out. */
  current: string | null;
};

/** The marked words, with what each drafted field was read from underlined. Pressing them leads to their field. */
export function FormQuote({ passage, read, current }: Props) {
  const { stateOf } = useFormContext();
  return (
    <figure className="claim-form-quote" aria-label={t('claims.form.quote')}>
      <blockquote className="selectable" dir="auto">
        {passage.quote === ''
          ? t('claim.evidence.area')
          : quoteParts(passage.quote, read).map(({ text, start, fields }) => {
              const [field] = fields;
              if (field === undefined) return <span key={start}>{text}</span>;
              const isCurrent = current !== null && fields.includes(current);
              return (
                <mark
                  key={start}
                  className="claim-read"
                  data-current={isCurrent}
                  data-waiting={fields.some((one) => stateOf(one) === 'drafted')}
                  onClick={(event) =>
                    focusField(event.currentTarget.closest('.claim-form'), fields.find((one) => one !== current) ?? field)
                  }
                >
                  {text}
                </mark>
              );
            })}
      </blockquote>
      {passage.translation === null ? null : (
        <p className="selectable" dir="auto">
          {passage.translation} <span className="faint">{t('claim.evidence.translator', { who: passage.translator ?? '' })}</span>
        </p>
      )}
      <TextOrigin {...passage} />
      <figcaption className="faint truncate" dir="auto" title={passage.itemTitle}>
        {passage.itemTitle}
      </figcaption>
    </figure>
  );
}
