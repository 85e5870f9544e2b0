import { ChevronRight, Link2, Quote } from 'lucide-react';
import { memo } from 'react';
import type { Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { TagColour } from '#shared/model/tag-colours.ts';
import { t } from '../../messages/index.ts';
import { firstTags } from '../first-tags.ts';
import { placeWords } from '../passage-place.tsx';
import { PassagePicture, pictureOf } from '../passage-picture.tsx';
import { TagChip } from '../tag-chip.tsx';
import { textKindWords } from '../text-kind-words.ts';

export type PassageRowProps = {
  id: string;
  passage: Passage;
  item: Item | undefined;
  colours: ReadonlyMap<string, TagColour>;
  top: number;
  /** The row the keys act on. */
  isCursor: boolean;
  /** The passage shown in the reader. */
  isCurrent: boolean;
  onJump: (passage: Passage) => void;
  onDetail: (passage: Passage) => void;
};

/** One passage in the list. Every row's height follows from what it holds, so that thousands need no measuring. */
export const PassageRow = memo(function PassageRow(props: PassageRowProps) {
  const { id, passage, item, colours, top, isCursor, isCurrent, onJump, onDetail } = props;
  const { quote, comment, tags, colour } = passage;
  const first = firstTags(tags, colours, SHOWN_TAGS);
  return (
    <div
      role="option"
      id={id}
      className="passage-row"
      aria-selected={isCurrent}
      data-cursor={isCursor}
      data-claimed={passage.claimIds.length > 0}
      {...(colour === null ? {} : { 'data-colour': colour })}
      style={{ transform: `translateY(${top}px)`, blockSize: rowHeight(passage, item) }}
      onClick={() => onJump(passage)}
      onDoubleClick={() => onDetail(passage)}
    >
      <span className="passage-row-mark" aria-hidden />
      <div className="passage-row-body">
        <RowWords passage={passage} item={item} />
        {comment === '' ? null : (
          <p className="passage-row-comment truncate" dir="auto">
            {firstLine(comment)}
          </p>
        )}
        {tags.length === 0 ? null : (
          <p className="passage-row-tags">
            {first.shown.map((tag) => (
              <TagChip key={tag} tag={tag} colour={colours.get(tag) ?? null} />
            ))}
            {first.left === 0 ? null : (
              <span className="faint number" title={tags.join(', ')}>
                +{first.left}
              </span>
            )}
          </p>
        )}
        {hasFacts(passage) ? <RowFacts passage={passage} /> : null}
      </div>
      <span
        className="passage-row-open"
        title={t('panel.detail')}
        onClick={(event) => (event.stopPropagation(), onDetail(passage))}
        aria-hidden
      >
        <ChevronRight />
      </span>
      <span className="visually-hidden">{quote === '' ? t('passage.area') : null}</span>
    </div>
  );
});

function RowWords({ passage, item }: { passage: Passage; item: Item | undefined }) {
  const { quote, kind } = passage;
  const lang = passage.language;
  return (
    <div className="passage-row-words">
      {item === undefined ? null : <PassagePicture passage={passage} item={item} />}
      {quote === '' ? (
        <span className="muted">{t(kind === 'time' ? 'passage.no-words' : 'passage.area')}</span>
      ) : (
        <span className="passage-row-quote" dir="auto" data-lines={quoteLines(quote)} {...(lang === null ? {} : { lang })}>
          {shown(quote)}
        </span>
      )}
    </div>
  );
}

function RowFacts({ passage }: { passage: Passage }) {
  const { state, claimIds, links } = passage;
  const where = placeWords(passage);
  const kind = textKindWords(passage);
  return (
    <p className="passage-row-facts faint">
      {where === '' ? null : (
        <span className="mono" dir="ltr">
          {where}
        </span>
      )}
      {kind === null ? null : <span className="passage-row-kind">{kind}</span>}
      {state === 'exact' ? null : (
        <span className={state === 'lost' ? 'passage-row-lost' : 'passage-row-moved'}>{t(`panel.state.${state}`)}</span>
      )}
      <span className="gap" />
      {claimIds.length === 0 ? null : (
        <span className="number passage-row-count" title={t('passage.claims', { count: claimIds.length })}>
          <Quote aria-hidden />
          <span aria-hidden>{claimIds.length}</span>
          <span className="visually-hidden">{t('passage.claims', { count: claimIds.length })}</span>
        </span>
      )}
      {links === 0 ? null : (
        <span className="number passage-row-count" title={t('panel.links', { count: links })}>
          <Link2 aria-hidden />
          <span aria-hidden>{links}</span>
          <span className="visually-hidden">{t('panel.links', { count: links })}</span>
        </span>
      )}
    </p>
  );
}

/** In CSS pixels, as panel.css lays a row out. */
export function rowHeight(passage: Passage, item: Item | undefined): number {
  const picture = item !== undefined && pictureOf(passage, item) !== null;
  const words = Math.max(picture ? 48 : 0, passage.quote === '' ? 20 : quoteLines(passage.quote) * 20);
  return 17 + words + (passage.comment === '' ? 0 : 20) + (passage.tags.length === 0 ? 0 : 24) + (hasFacts(passage) ? 20 : 0);
}

function hasFacts(passage: Passage): boolean {
  const { state, claimIds, links } = passage;
  return state !== 'exact' || claimIds.length > 0 || links > 0 || placeWords(passage) !== '' || textKindWords(passage) !== null;
}

const SHOWN_TAGS = 3;

/** Longer quotes get a second line; the rest of them is in the detail. */
const ONE_LINE = 42;
const quoteLines = (quote: string) => (quote.length > ONE_LINE ? 2 : 1);
const shown = (quote: string) => (quote.length <= 200 ? quote : quote.slice(0, 200));
const firstLine = (comment: string) => comment.trimStart().split('\n', 1)[0]!.slice(0, 200);
