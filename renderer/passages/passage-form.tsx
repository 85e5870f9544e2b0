import './passages.css';
import { useState } from 'react';
import type { PassageTarget } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { TextKindNote } from '../ocr/text-kind-note.tsx';
import { inspect } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { TagsField } from '../ui/tags-field.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { timeCode } from '../reader/media/time-code.ts';

/** A passage about to be kept. Ctrl+Enter keeps it, Escape lets it go. */
export function PassageForm({ itemId, target, quote }: { itemId: string; target: PassageTarget; quote: string }) {
  const [comment, setComment] = useState('');
  const [tags, setTags] = useState<string[]>([]);
  const create = useAct('passages.create');
  const save = async () => {
    const { id } = await create.mutateAsync({ itemId, ...target, comment, tags });
    inspect({ kind: 'passage', passageId: id });
    notify({ tone: 'good', title: t('passage.kept') });
  };
  const discard = () => inspect({ kind: 'item', itemId });
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save().catch(() => undefined);
    else if (event.key === 'Escape') discard();
  };
  return (
    <form className="passage" onSubmit={(event) => event.preventDefault()} onKeyDownCapture={press} aria-label={t('passage.new')}>
      <header>
        <h2>{t('passage.new')}</h2>
        <p className="faint">{t('passage.new.text')}</p>
      </header>
      <Marked target={target} quote={quote} />
      <KindOfWords itemId={itemId} target={target} />
      <TextArea label={t('passage.comment')} value={comment} onChange={setComment} autoFocus />
      <TagsField label={t('passage.tags')} value={tags} onChange={setTags} placeholder={t('passage.tags.hint')} />
      <div className="passage-actions">
        <Button variant="go" keys="$mod+Enter" isDisabled={create.isPending} onPress={() => void save().catch(() => undefined)}>
          {t('passage.save')}
        </Button>
        <Button onPress={discard}>{t('passage.discard')}</Button>
      </div>
    </form>
  );
}

/** Words of a derived text are named as what they are before they are kept. */
function KindOfWords({ itemId, target }: { itemId: string; target: PassageTarget }) {
  const textFileId = 'quote' in target ? (target.textFileId ?? null) : null;
  const { data } = useCall('items.texts', { id: itemId }, { enabled: textFileId !== null });
  return <TextKindNote textKind={data?.texts.find(({ fileId }) => fileId === textFileId)?.kind ?? null} />;
}

function Marked({ target, quote }: { target: PassageTarget; quote: string }) {
  return (
    <>
      {'time' in target ? (
        <p className="mono" dir="ltr">
          {t('passage.time', { from: timeCode(target.time.from), to: timeCode(target.time.to) })}
        </p>
      ) : null}
      {quote === '' ? null : (
        <blockquote className="passage-quote selectable" dir="auto">
          {quote}
        </blockquote>
      )}
    </>
  );
}
