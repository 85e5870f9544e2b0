import { ListFilter, X } from 'lucide-react';
import { useMemo } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Popover } from 'react-aria-components';
import { anchorStates, passageKinds, type Passage } from '#shared/model/passages.ts';
import { tagColours, type TagColour } from '#shared/model/tag-colours.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { FilterField } from '../../ui/filter-field.tsx';
import { Select, type Option } from '../../ui/select.tsx';
import { isFiltering, noFilter, type PassageFilter } from './passage-filter.ts';

type PanelFilterProps = {
  passages: readonly Passage[];
  /** How many fit. */
  shown: number;
  filter: PassageFilter;
  colours: ReadonlyMap<string, TagColour>;
  onFilter: (filter: PassageFilter) => void;
};

/** Words to narrow by, the other questions behind a button, and what is asked now in plain words. */
export function PanelFilter({ passages, shown, filter, colours, onFilter }: PanelFilterProps) {
  return (
    <header className="passage-panel-head">
      <div className="passage-panel-row">
        <FilterField label={t('panel.words')} words={filter.words} onWords={(words) => onFilter({ ...filter, words })} />
        <DialogTrigger>
          <Button size="s" icon={ListFilter}>
            {t('panel.filter')}
          </Button>
          <Popover className="popup" placement="bottom end" offset={4}>
            <AriaDialog aria-label={t('panel.filter')} className="passage-filters">
              <Questions passages={passages} filter={filter} colours={colours} onFilter={onFilter} />
            </AriaDialog>
          </Popover>
        </DialogTrigger>
      </div>
      <div className="passage-panel-row">
        <span className="faint number" role="status">
          {isFiltering(filter)
            ? t('panel.count.of', { count: shown, total: passages.length })
            : t('panel.count', { count: passages.length })}
        </span>
        {isFiltering(filter) ? (
          <Button size="s" variant="quiet" onPress={() => onFilter(noFilter)}>
            {t('panel.clear')}
          </Button>
        ) : null}
      </div>
      <Asked filter={filter} onFilter={onFilter} />
    </header>
  );
}

type Name = Exclude<keyof PassageFilter, 'words'>;

function Asked({ filter, onFilter }: Pick<PanelFilterProps, 'filter' | 'onFilter'>) {
  const names = (['tag', 'colour', 'kind', 'state', 'claims', 'author'] as const).filter((name) => filter[name] !== null);
  if (names.length === 0) return null;
  return (
    <div className="passage-asked">
      {names.map((name) => (
        <button
          type="button"
          key={name}
          className="passage-asked-chip"
          aria-label={t('panel.drop', { what: `${t(`panel.by.${name}`)}: ${valueWords(filter, name)}` })}
          onClick={() => onFilter({ ...filter, [name]: null })}
        >
          <span className="truncate" dir="auto">
            {t(`panel.by.${name}`)}: {valueWords(filter, name)}
          </span>
          <X aria-hidden />
        </button>
      ))}
    </div>
  );
}

function valueWords(filter: PassageFilter, name: Name): string {
  switch (name) {
    case 'tag':
      return filter.tag ?? '';
    case 'author':
      return filter.author ?? '';
    case 'colour':
      return filter.colour === null ? '' : t(`tag.colour.${filter.colour}`);
    case 'kind':
      return filter.kind === null ? '' : t(`panel.kind.${filter.kind}`);
    case 'state':
      return filter.state === null ? '' : t(`panel.state.${filter.state}`);
    case 'claims':
      return filter.claims === null ? '' : t(`panel.claims.${filter.claims}`);
  }
}

const any = 'any';

function Questions({ passages, filter, colours, onFilter }: Omit<PanelFilterProps, 'shown'>) {
  const tags = useMemo(() => [...new Set(passages.flatMap((passage) => passage.tags))].sort((a, b) => a.localeCompare(b)), [passages]);
  const authors = useMemo(() => [...new Set(passages.map((passage) => passage.createdBy))].sort(), [passages]);
  const used = useMemo(() => new Set(colours.values()), [colours]);
  const own = (values: readonly string[]) => values.map((id) => ({ id: `=${id}`, label: id }));
  const ask = (name: Name, options: Option[]) => (
    <Question name={name} value={filter[name]} options={options} onAsk={(value) => onFilter({ ...filter, [name]: value })} />
  );
  return (
    <>
      {ask('tag', own(tags))}
      {ask(
        'colour',
        tagColours.filter((id) => used.has(id)).map((id) => ({ id: `=${id}`, label: t(`tag.colour.${id}`) })),
      )}
      {ask(
        'kind',
        passageKinds.map((id) => ({ id: `=${id}`, label: t(`panel.kind.${id}`) })),
      )}
      {ask(
        'state',
        (['changed', ...anchorStates] as const).map((id) => ({ id: `=${id}`, label: t(`panel.state.${id}`) })),
      )}
      {ask(
        'claims',
        (['with', 'without'] as const).map((id) => ({ id: `=${id}`, label: t(`panel.claims.${id}`) })),
      )}
      {ask('author', own(authors))}
    </>
  );
}

type QuestionProps = { name: Name; value: string | null; options: readonly Option[]; onAsk: (value: string | null) => void };

/** Values are marked with `=`, so that a tag called "any" is not mistaken for no question. */
function Question({ name, value, options, onAsk }: QuestionProps) {
  return (
    <Select
      label={t(`panel.by.${name}`)}
      options={[{ id: any, label: t('panel.any') }, ...options]}
      value={value === null ? any : `=${value}`}
      onChange={(id) => onAsk(id === any ? null : id.slice(1))}
    />
  );
}
