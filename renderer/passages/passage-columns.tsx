import type { Passage } from '#shared/model/passages.ts';
import type { TagColour } from '#shared/model/tag-colours.ts';
import { stateTones } from '../claims/state-tones.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';
import type { Column } from '../ui/paged-table.tsx';
import { firstTags } from './first-tags.ts';
import { TagSwatch } from './tag-chip.tsx';
import { textKindWords } from './text-kind-words.ts';

/** Columns of the passages of the whole case; pressing a tag narrows the list to it. */
export function passageColumns(colours: ReadonlyMap<string, TagColour>, onTag: (tag: string) => void): Column<Passage>[] {
  return [
    { id: 'quote', label: t('passages.column.quote'), width: 'minmax(0, 4fr)', cell: (passage) => <Quoted passage={passage} /> },
    {
      id: 'item',
      label: t('passages.column.item'),
      width: 'minmax(0, 2fr)',
      hideBelow: 620,
      cell: ({ itemTitle }) => (
        <span dir="auto" title={itemTitle}>
          {itemTitle}
        </span>
      ),
    },
    {
      id: 'tags',
      label: t('passages.column.tags'),
      width: 'minmax(0, 1.6fr)',
      cell: ({ tags }) => <TagButtons tags={tags} colours={colours} onTag={onTag} />,
    },
    {
      id: 'claims',
      label: t('passages.column.claims'),
      width: '60px',
      align: 'end',
      hideBelow: 480,
      cell: ({ claimIds }) => <span className="number">{claimIds.length}</span>,
    },
    {
      id: 'links',
      label: t('passages.column.links'),
      width: '56px',
      align: 'end',
      hideBelow: 720,
      cell: ({ links }) => <span className="number">{links}</span>,
    },
    {
      id: 'state',
      label: t('passages.column.state'),
      width: '160px',
      hideBelow: 760,
      cell: ({ state }) => <Chip tone={stateTones[state]}>{t(`passage.state.${state}`)}</Chip>,
    },
  ];
}

function Quoted({ passage }: { passage: Passage }) {
  const { quote, comment, kind } = passage;
  const textKind = textKindWords(passage);
  return (
    <span className="two-lines passage-cell-quote" dir="auto" title={quote}>
      {textKind === null ? null : <span className="passage-cell-kind">{textKind}</span>}
      {quote || comment || t(kind === 'time' ? 'passage.no-words' : 'claim.evidence.area')}
    </span>
  );
}

type TagButtonsProps = { tags: readonly string[]; colours: ReadonlyMap<string, TagColour>; onTag: (tag: string) => void };

function TagButtons({ tags, colours, onTag }: TagButtonsProps) {
  const { shown, left } = firstTags(tags, colours, 2);
  return (
    <span className="passage-tags" title={tags.join(', ')}>
      {shown.map((tag) => (
        <TagButton key={tag} tag={tag} colour={colours.get(tag) ?? null} onPress={() => onTag(tag)} />
      ))}
      {left === 0 ? null : <span className="faint number">+{left}</span>}
    </span>
  );
}

function TagButton({ tag, colour, onPress }: { tag: string; colour: TagColour | null; onPress: () => void }) {
  return (
    <button type="button" className="tag-chip passage-tag" tabIndex={-1} onClick={onPress} title={tag}>
      {colour === null ? null : <TagSwatch colour={colour} />}
      <span className="truncate" dir="auto">
        {tag}
      </span>
    </button>
  );
}
