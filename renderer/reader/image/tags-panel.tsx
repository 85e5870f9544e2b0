import { useState } from 'react';
import type { Item } from '#shared/model/items.ts';
import { isMessage, t, type MessageKey } from '../../messages/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { FilterField } from '../../ui/filter-field.tsx';
import { tagGroups, type Tag } from './tag-groups.ts';

/** What the file says about itself, and what that is worth. */
export function TagsPanel({ item }: { item: Item }) {
  const groups = tagGroups(item.facts);
  return (
    <aside className="picture-side" aria-label={t('reader.image.tags')}>
      <h3>{t('reader.image.tags')}</h3>
      {groups.all.length + groups.place.length === 0 ? (
        <p className="muted">{t('reader.image.tags.none')}</p>
      ) : (
        <>
          <p className="picture-worth">{t('reader.image.tags.worth')}</p>
          <Group title="reader.image.tags.time" hint="reader.image.tags.time.hint" tags={groups.time} />
          <Group title="reader.image.tags.place" hint="reader.image.tags.place.hint" tags={groups.place} />
          <Group title="reader.image.tags.camera" tags={groups.camera} />
          <Group title="reader.image.tags.software" tags={groups.software} />
          <AllTags tags={groups.all} />
        </>
      )}
    </aside>
  );
}

function Group({ title, hint, tags }: { title: MessageKey; hint?: MessageKey; tags: readonly Tag[] }) {
  if (tags.length === 0) return null;
  return (
    <section className="picture-tags">
      <h4>{t(title)}</h4>
      <Facts
        facts={tags.map(({ name, value }) => ({
          label: plainName(name),
          value: (
            <span className="selectable" title={name}>
              {value}
            </span>
          ),
        }))}
      />
      {hint === undefined ? null : <p className="faint">{t(hint)}</p>}
    </section>
  );
}

/** A tag in plain words; its own name where there are none. */
function plainName(name: string): string {
  const key = `reader.image.tag.${name}`;
  return isMessage(key) ? t(key) : name;
}

function AllTags({ tags }: { tags: readonly Tag[] }) {
  const [words, setWords] = useState('');
  const sought = words.trim().toLowerCase();
  const found = tags.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(sought));
  return (
    <details className="picture-tags">
      <summary>{t('reader.image.tags.all', { count: tags.length })}</summary>
      <FilterField label={t('reader.image.tags.filter')} words={words} onWords={setWords} />
      {found.length === 0 ? <p className="muted">{t('reader.image.tags.no-match')}</p> : null}
      <Facts facts={found.map(({ name, value }) => ({ label: name, value: <span className="selectable">{value}</span> }))} />
    </details>
  );
}
