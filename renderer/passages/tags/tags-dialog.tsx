import './tags-dialog.css';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '#shared/contract.ts';
import { t } from '../../messages/index.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterField } from '../../ui/filter-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { TagChip } from '../tag-chip.tsx';
import { ColourChoice } from './colour-choice.tsx';

type Tag = CallOutput<'tags.list'>['tags'][number];

/** Every tag of the case: how often it is used, its colour, and a new name for it. */
export function TagsDialog({ canWrite, onClose }: { canWrite: boolean; onClose: () => void }) {
  const { data } = useCall('tags.list', {});
  const [words, setWords] = useState('');
  const fits = ({ tag }: Tag) => tag.toLowerCase().includes(words.trim().toLowerCase());
  const tags = data?.tags.filter(fits) ?? [];
  return (
    <Dialog title={t('tag.manage')} isOpen wide onClose={onClose}>
      <p className="muted">{t('tag.manage.text')}</p>
      <div className="tag-filter">
        <FilterField label={t('panel.by.tag')} words={words} onWords={setWords} />
      </div>
      {data !== undefined && tags.length === 0 ? <p className="muted">{t('tag.none')}</p> : null}
      <ul className="tag-table">
        {tags.map((tag) => (
          <TagRow key={tag.tag} tag={tag} canWrite={canWrite} />
        ))}
      </ul>
    </Dialog>
  );
}

function TagRow({ tag: { tag, count, colour }, canWrite }: { tag: Tag; canWrite: boolean }) {
  const [isNaming, setNaming] = useState(false);
  const paint = useAct('tags.colour');
  return (
    <li className="tag-row">
      <TagChip tag={tag} colour={colour} />
      <span className="faint number">{t('tag.count', { count })}</span>
      <ColourChoice tag={tag} value={colour} isDisabled={!canWrite} onChange={(next) => paint.mutate({ tag, colour: next })} />
      {canWrite && count > 0 ? (
        <IconButton label={t('tag.rename.of', { tag })} icon={Pencil} onPress={() => setNaming(!isNaming)} />
      ) : (
        <span />
      )}
      {isNaming ? <Rename tag={tag} onDone={() => setNaming(false)} /> : null}
    </li>
  );
}

function Rename({ tag, onDone }: { tag: string; onDone: () => void }) {
  const [to, setTo] = useState(tag);
  const rename = useAct('tags.rename');
  const name = to.trim();
  const send = () => {
    if (name === '' || name === tag || rename.isPending) return;
    const told = ({ changed }: { changed: number }) => notify({ tone: 'good', title: t('tag.renamed', { count: changed }) });
    rename.mutate({ tag, to: name }, { onSuccess: (answer) => (onDone(), told(answer)) });
  };
  return (
    <form className="tag-rename" onSubmit={(event) => (event.preventDefault(), send())}>
      <TextField aria-label={t('tag.rename.of', { tag })} value={to} onChange={setTo} maxLength={80} autoFocus />
      <Button size="s" variant="go" isDisabled={name === '' || name === tag || rename.isPending} onPress={send}>
        {t('tag.rename')}
      </Button>
      <Button size="s" variant="quiet" onPress={onDone}>
        {t('ui.cancel')}
      </Button>
    </form>
  );
}
