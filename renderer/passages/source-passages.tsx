import { t } from '../messages/index.ts';
import { TextKindNote } from '../ocr/text-kind-note.tsx';
import { useCall } from '../shell/engine.ts';
import { openItem } from '../shell/session.ts';
import { placeWords } from './passage-place.tsx';

/** The passages of one source in the order they stand in it; pressing one goes there. */
export function SourcePassages({ itemId, currentId }: { itemId: string; currentId: string | null }) {
  const { data } = useCall('passages.list', { itemId, limit: 1000 });
  if (data === undefined) return null;
  return (
    <section className="source-passages" aria-label={t('passage.all')}>
      <h3>
        {t('passage.all')} <span className="faint number">{data.total}</span>
      </h3>
      {data.total === 0 ? <p className="muted">{t('passage.none')}</p> : null}
      <ol>
        {data.rows.map((passage) => (
          <li key={passage.id}>
            <button
              type="button"
              className="source-passage"
              aria-current={passage.id === currentId ? 'true' : undefined}
              onClick={() => openItem(itemId, { passageId: passage.id })}
            >
              <span className="source-passage-mark" data-claimed={passage.claimIds.length > 0} aria-hidden />
              <span className="source-passage-words" dir="auto">
                {passage.quote || passage.comment || placeWords(passage) || t('passage.area')}
              </span>
              <span className="faint mono" dir="ltr">
                {placeWords(passage)}
              </span>
              <TextKindNote textKind={passage.textKind} textConfidence={passage.textConfidence} />
              {passage.state === 'exact' ? null : <span className="passage-warning">{t(`passage.state.${passage.state}`)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
