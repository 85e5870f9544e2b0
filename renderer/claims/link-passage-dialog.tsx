import { useState } from 'react';
import type { EvidenceLink } from '#shared/model/claims.ts';
import type { Passage } from '#shared/model/passages.ts';
import { stances } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { TextKindNote } from '../passages/text-kind-note.tsx';
import { useAct, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';

type Found = Pick<Passage, 'id' | 'quote' | 'textKind'> & { source: string };

/** Ties another passage to a claim: the newest, or those that hold the words typed. */
export function LinkPassageDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const [words, setWords] = useState('');
  const [passageId, setPassageId] = useState<string | null>(null);
  const [stance, setStance] = useState<EvidenceLink['stance']>('supports');
  const [note, setNote] = useState('');
  const link = useAct('evidence.link', { quiet: true });
  const found = useFound(words);
  const send = () =>
    passageId !== null &&
    link.mutate({ claimId, passageId, stance, note }, { onSuccess: () => (onClose(), notify({ tone: 'good', title: t('link.done') })) });
  return (
    <Dialog
      title={t('link.title')}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={passageId === null || link.isPending} onPress={send}>
            {t('link.confirm')}
          </Button>
        </>
      }
    >
      {link.error === null ? null : <ErrorNotice error={link.error} />}
      <TextField label={t('link.words')} autoFocus value={words} onChange={setWords} />
      <div className="link-found" role="radiogroup" aria-label={t('link.title')}>
        {found.length === 0 ? <p className="muted">{t('claims.link.none')}</p> : null}
        {found.map((one) => (
          <label className="link-choice" key={one.id}>
            <input type="radio" name="passage" checked={one.id === passageId} onChange={() => setPassageId(one.id)} />
            <span>
              <span className="two-lines" dir="auto">
                {one.quote === '' ? t('claim.evidence.area') : one.quote}
              </span>
              <TextKindNote textKind={one.textKind} />
              <span className="faint truncate" dir="auto">
                {one.source}
              </span>
            </span>
          </label>
        ))}
      </div>
      <Select label={t('claim.stance.hint')} options={stances.map((id) => ({ id, label: id }))} value={stance} onChange={setStance} />
      <TextField label={t('claim.note')} value={note} onChange={setNote} />
    </Dialog>
  );
}

const SHOWN = 50;

function useFound(words: string): Found[] {
  const typed = words.trim();
  const newest = useCall('passages.list', { limit: SHOWN }, { enabled: typed === '' }).data;
  const hits = useCall(
    'search.query',
    { words: typed === '' ? '-' : typed, kinds: ['passage'], limit: SHOWN },
    { enabled: typed !== '', keepPrevious: true },
  ).data;
  if (typed === '') return newest?.rows.map(({ id, quote, textKind, itemTitle }) => ({ id, quote, textKind, source: itemTitle })) ?? [];
  return (
    hits?.rows.map(({ id, title, textKind, excerpt }) => ({
      id,
      quote: title,
      textKind,
      source: excerpt.map((part) => part.text).join(''),
    })) ?? []
  );
}
