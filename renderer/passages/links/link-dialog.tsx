import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { itemInUse, openItem, useSession } from '../../shell/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { moveCursor } from '../../ui/move-cursor.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { placeWords } from '../passage-place.tsx';
import { changeLink, endLink, pickInSource, type LinkDraft } from './link-state.ts';
import { relationId, relationOf, relationOptions } from './relation-words.ts';

/** Ties a passage to another, found by its words or those of its source. Arrows choose, Enter ties. */
export function LinkDialog({ draft }: { draft: LinkDraft }) {
  const from = useCall('passages.get', { id: draft.fromId }).data;
  const link = useAct('passages.link', { quiet: true });
  const send = () => {
    const { fromId, toId, relation, isReversed, note } = draft;
    if (toId === null || link.isPending) return;
    const ends = isReversed ? { fromId: toId, toId: fromId } : { fromId, toId };
    link.mutate({ ...ends, relation, note }, { onSuccess: () => (endLink(), from !== undefined && told(from)) });
  };
  return (
    <Dialog
      title={t('link.dialog')}
      isOpen
      wide
      onClose={endLink}
      actions={
        <>
          <Button onPress={pickInSource}>{t('link.pick')}</Button>
          <span className="gap" />
          <Button onPress={endLink}>{t('ui.cancel')}</Button>
          <Button variant="go" keys="Enter" isDisabled={draft.toId === null || link.isPending} onPress={send}>
            {t('link.confirm.passages')}
          </Button>
        </>
      }
    >
      {link.error === null ? null : <ErrorNotice error={link.error} />}
      <div className="link-ends">
        {from === undefined ? null : (
          <p className="link-from two-lines link-found-quote" dir="auto">
            {from.quote || from.comment || t('passage.area')}
          </p>
        )}
        <Select
          label={t('link.relation')}
          options={relationOptions}
          value={relationId(draft.relation, draft.isReversed)}
          onChange={(id) => changeLink(relationOf(id))}
        />
      </div>
      <Found draft={draft} onSend={send} />
      <TextField label={t('link.note')} value={draft.note} onChange={(note) => changeLink({ note })} />
    </Dialog>
  );
}

/** Says that it is done, with the way back for who went elsewhere to pick. */
function told(from: Passage): void {
  const isThere = itemInUse(useSession.getState()) === from.itemId;
  const run = () => openItem(from.itemId, { passageId: from.id });
  notify({ tone: 'good', title: t('link.made'), ...(isThere ? {} : { action: { label: t('link.back'), run } }) });
}

const SHOWN = 50;

function Found({ draft, onSend }: { draft: LinkDraft; onSend: () => void }) {
  const [words, setWords] = useState('');
  const asked = words.trim() === '' ? {} : { words };
  const { data } = useCall('passages.list', { ...asked, limit: SHOWN }, { keepPrevious: true });
  const chosen = useCall('passages.get', { id: draft.toId ?? '' }, { enabled: draft.toId !== null }).data;
  const rows = withChosen(data?.rows ?? [], words.trim() === '' ? chosen : undefined).filter(({ id }) => id !== draft.fromId);
  const listId = useId();
  const at = rows.findIndex(({ id }) => id === draft.toId);
  const press = (event: KeyboardEvent) => {
    const next = event.key === 'Home' || event.key === 'End' ? null : moveCursor(event.key, at, rows.length, 5);
    if (next !== null) changeLink({ toId: rows[next]!.id });
    else if (event.key === 'Enter' && at >= 0) onSend();
    else return;
    event.preventDefault();
  };
  return (
    <div onKeyDown={press}>
      <TextField
        label={t('link.search')}
        autoFocus
        value={words}
        onChange={setWords}
        placeholder={t('link.search.hint')}
        aria-controls={listId}
      />
      <div className="link-found-list" role="listbox" id={listId} aria-label={t('link.dialog')} tabIndex={0}>
        {rows.length === 0 && data !== undefined ? <p className="muted link-found-none">{t('link.none')}</p> : null}
        {rows.map((passage) => (
          <Candidate key={passage.id} passage={passage} isChosen={passage.id === draft.toId} />
        ))}
      </div>
    </div>
  );
}

/** One picked in a source stands first, so that it is seen what was picked. */
function withChosen(rows: readonly Passage[], chosen: Passage | undefined): readonly Passage[] {
  if (chosen === undefined || rows.some(({ id }) => id === chosen.id)) return rows;
  return [chosen, ...rows];
}

function Candidate({ passage, isChosen }: { passage: Passage; isChosen: boolean }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { id, quote, comment, itemTitle, tags } = passage;
  return (
    <div className="link-found-row" role="option" aria-selected={isChosen} ref={row} onClick={() => changeLink({ toId: id })}>
      <span className="two-lines link-found-quote" dir="auto">
        {quote || comment || t('passage.area')}
      </span>
      <span className="faint truncate" dir="auto">
        {[itemTitle, placeWords(passage), ...tags].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
