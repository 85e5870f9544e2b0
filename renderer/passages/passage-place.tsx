import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { TextOrigin } from './text-origin.tsx';
import { AreaCrop } from '../reader/crops/area-crop.tsx';
import { useCall } from '../shell/engine.ts';
import { PassagePicture } from './passage-picture.tsx';
import { timeCode } from '../reader/media/time-code.ts';

/** What a passage marks: its words, and the page or time they stand at. */
export function PassagePlace({ passage }: { passage: Passage }) {
  const { quote, kind, language } = passage;
  const where = placeWords(passage);
  const item = useCall('items.get', { id: passage.itemId }).data;
  return (
    <div className="passage-place">
      {where === '' ? null : (
        <span className="mono muted" dir="ltr">
          {where}
        </span>
      )}
      {kind === 'area' || item === undefined ? <AreaCrop passage={passage} /> : <PassagePicture passage={passage} item={item} />}
      {quote === '' ? (
        <p className="muted">{t(kind === 'time' ? 'passage.no-words' : 'passage.area')}</p>
      ) : (
        <blockquote
          className="passage-quote selectable"
          data-claimed={passage.claimIds.length > 0}
          dir="auto"
          {...(language === null ? {} : { lang: language })}
        >
          {quote}
        </blockquote>
      )}
      <TextOrigin {...passage} />
    </div>
  );
}

/** Page or time in words; empty when the words alone say where they stand. */
export function placeWords({ page, from, to }: Pick<Passage, 'page' | 'from' | 'to'>): string {
  if (from !== null && to !== null) return t('passage.time', { from: timeCode(from), to: timeCode(to) });
  return page === null ? '' : t('passage.page', { page });
}
