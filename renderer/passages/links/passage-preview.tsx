import './passage-preview.css';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { placeWords } from '../passage-place.tsx';
import { PassagePicture } from '../passage-picture.tsx';
import { TagChip } from '../tag-chip.tsx';
import { textKindWords } from '../text-kind-words.ts';
import { useTagColours } from '../use-tag-colours.ts';

/** A passage at a glance, for whoever has not opened its source. */
export function PassagePreview({ passage }: { passage: Passage }) {
  const item = useCall('items.get', { id: passage.itemId }).data;
  const colours = useTagColours();
  const { quote, comment, tags, translation, kind, language } = passage;
  const facts = [placeWords(passage), textKindWords(passage)].filter(Boolean).join(' · ');
  return (
    <div className="passage-preview">
      <p className="passage-preview-source">
        <strong className="truncate" dir="auto">
          {passage.itemTitle}
        </strong>
        {facts === '' ? null : <span className="faint">{facts}</span>}
      </p>
      {item === undefined ? null : <PassagePicture passage={passage} item={item} />}
      {quote === '' ? (
        <p className="muted">{t(kind === 'time' ? 'passage.no-words' : 'passage.area')}</p>
      ) : (
        <blockquote className="passage-preview-quote" dir="auto" {...(language === null ? {} : { lang: language })}>
          {quote}
        </blockquote>
      )}
      {translation === null ? null : (
        <p className="passage-preview-text" dir="auto">
          {t('link.preview.translation', { translation })}
        </p>
      )}
      {comment === '' ? null : (
        <p className="passage-preview-text muted" dir="auto">
          {comment}
        </p>
      )}
      {tags.length === 0 ? null : (
        <p className="passage-preview-tags">
          {tags.map((tag) => (
            <TagChip key={tag} tag={tag} colour={colours.get(tag) ?? null} />
          ))}
        </p>
      )}
    </div>
  );
}
