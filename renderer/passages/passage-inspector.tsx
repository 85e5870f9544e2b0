import './passages.css';
import { useState } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { draftClaim, inspect, openClaim, openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { TagsField } from '../ui/tags-field.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { utcWords } from '../ui/times.tsx';
import { notify } from '../ui/toast.tsx';
import { PassagePlace } from './passage-place.tsx';
import { SourcePassages } from './source-passages.tsx';

/** One passage, what was written beside it, and the other passages of its source. */
export function PassageInspector({ passageId }: { passageId: string }) {
  const { data: passage, error } = useCall('passages.get', { id: passageId });
  if (error !== null)
    return (
      <div className="passage">
        <ErrorNotice error={error} />
      </div>
    );
  if (passage === undefined) return null;
  return (
    <div className="passage">
      <header className="passage-head">
        <h2>{t('passage.title')}</h2>
        <Chip tone={tones[passage.state]}>{t(`passage.state.${passage.state}`)}</Chip>
      </header>
      {passage.state === 'exact' ? null : <p className="passage-warning">{t('passage.state.remedy')}</p>}
      <PassagePlace passage={passage} />
      <Notes passage={passage} key={passage.updatedAt} />
      <Claims passage={passage} />
      <footer className="faint">{t('passage.by', { who: passage.createdBy, at: utcWords(passage.createdAt) })}</footer>
      <SourcePassages itemId={passage.itemId} currentId={passage.id} />
    </div>
  );
}

const tones: Record<Passage['state'], ChipTone> = {
  exact: 'proved',
  moved: 'pending',
  approximate: 'pending',
  lost: 'broken',
};

function Notes({ passage }: { passage: Passage }) {
  const canWrite = useCanWrite();
  const [comment, setComment] = useState(passage.comment);
  const [tags, setTags] = useState<string[]>(passage.tags);
  const update = useAct('passages.update');
  const isChanged = comment !== passage.comment || tags.join('\n') !== passage.tags.join('\n');
  const save = () => {
    if (isChanged)
      update.mutate({ id: passage.id, comment, tags }, { onSuccess: () => notify({ tone: 'good', title: t('passage.saved') }) });
  };
  return (
    <div className="passage-notes" onKeyDownCapture={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save()}>
      <TextArea label={t('passage.comment')} value={comment} onChange={setComment} isReadOnly={!canWrite} />
      <TagsField label={t('passage.tags')} value={tags} onChange={setTags} placeholder={t('passage.tags.hint')} />
      {canWrite ? (
        <div className="passage-actions">
          <Button variant={isChanged ? 'go' : 'plain'} size="s" isDisabled={!isChanged || update.isPending} onPress={save}>
            {t('passage.save-changes')}
          </Button>
          <Remove passage={passage} />
        </div>
      ) : null}
    </div>
  );
}

function Remove({ passage }: { passage: Passage }) {
  const [isAsking, setAsking] = useState(false);
  const remove = useAct('passages.remove');
  const confirm = async (reason: string) => {
    await remove.mutateAsync({ id: passage.id, reason });
    inspect({ kind: 'item', itemId: passage.itemId });
    notify({ tone: 'plain', title: t('passage.removed') });
  };
  return (
    <>
      <Button variant="quiet" size="s" onPress={() => setAsking(true)}>
        {t('passage.remove')}
      </Button>
      <ReasonDialog
        title={t('passage.remove.title')}
        text={t('passage.remove.text')}
        confirm={t('passage.remove.confirm')}
        isOpen={isAsking}
        isPending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => void confirm(reason).catch(() => setAsking(false))}
      />
    </>
  );
}

function Claims({ passage }: { passage: Passage }) {
  return (
    <section className="passage-claims" aria-label={t('passage.claims', { count: passage.claimIds.length })}>
      <span className="muted">{t('passage.claims', { count: passage.claimIds.length })}</span>
      {passage.claimIds.map((id) => (
        <Button size="s" variant="quiet" key={id} onPress={() => openClaim(id)}>
          {t('passage.claim.open')}
        </Button>
      ))}
      <Button size="s" onPress={() => draftClaim({ passageId: passage.id })}>
        {t('passage.claim.new')}
      </Button>
      <Button size="s" variant="quiet" onPress={() => openItem(passage.itemId, { passageId: passage.id })}>
        {t('passage.show')}
      </Button>
    </section>
  );
}
