import { useState } from 'react';
import { Checkbox } from '../ui/checkbox.tsx';
import type { Item, ItemNote } from '#shared/model/items.ts';
import { parseEdtf } from '#shared/edtf.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';

/** What a person says of an item. Nothing is saved until asked. */
export function ItemGiven({ item }: { item: Item }) {
  const [given, setGiven] = useState<ItemNote>(item.given);
  const canWrite = useCanWrite();
  const describe = useAct('items.describe');
  const isChanged = JSON.stringify(given) !== JSON.stringify(item.given);
  const dateIsWrong = given.publishedAt !== null && parseEdtf(given.publishedAt) === null;
  const set = (part: Partial<ItemNote>) => setGiven({ ...given, ...part });
  const save = () =>
    describe.mutate(
      { id: item.id, given },
      {
        onSuccess: (saved) => {
          setGiven(saved.given);
          notify({ tone: 'good', title: t('item.saved') });
        },
      },
    );
  return (
    <div className="item-given">
      <TextField
        label={t('item.given.title')}
        isReadOnly={!canWrite}
        placeholder={item.title}
        value={given.title ?? ''}
        onChange={(title) => set({ title: orNull(title) })}
      />
      <TextField
        label={t('item.given.source')}
        isReadOnly={!canWrite}
        placeholder={item.source}
        value={given.source ?? ''}
        onChange={(source) => set({ source: orNull(source) })}
      />
      <TextField
        label={t('item.given.published')}
        dir="ltr"
        isReadOnly={!canWrite}
        hint={t('item.given.published.hint')}
        error={dateIsWrong ? t('item.given.published.wrong') : undefined}
        value={given.publishedAt ?? ''}
        onChange={(publishedAt) => set({ publishedAt: orNull(publishedAt) })}
      />
      <TextArea
        label={t('item.given.note')}
        isReadOnly={!canWrite}
        rows={2}
        value={given.note ?? ''}
        onChange={(note) => set({ note: orNull(note) })}
      />
      <Checkbox isDisabled={!canWrite} isSelected={given.graphic} onChange={(graphic) => set({ graphic })}>
        {t('item.given.graphic')}
      </Checkbox>
      {isChanged ? (
        <SaveOrCancel canSave={!dateIsWrong && !describe.isPending} onSave={save} onCancel={() => setGiven(item.given)} />
      ) : null}
    </div>
  );
}

function SaveOrCancel({ canSave, onSave, onCancel }: { canSave: boolean; onSave: () => void; onCancel: () => void }) {
  return (
    <div className="inspector-chips">
      <Button variant="go" size="s" isDisabled={!canSave} onPress={onSave}>
        {t('ui.save')}
      </Button>
      <Button size="s" onPress={onCancel}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
}

function orNull(words: string): string | null {
  return words === '' ? null : words;
}
