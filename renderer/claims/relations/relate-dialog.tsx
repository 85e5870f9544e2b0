import { useState } from 'react';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../../messages/index.ts';
import { usePartyNames } from '../../parties/party-names.tsx';
import { useAct, useCall } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { relationOf, relationOptions } from './relation-words.ts';

const SHOWN = 50;

/** Ties a claim to another one found by its words. A circle of repeats is refused and said where it was asked. */
export function RelateDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const [words, setWords] = useState('');
  const [otherId, setOtherId] = useState<string | null>(null);
  const [kind, setKind] = useState('out repeats');
  const [note, setNote] = useState('');
  const link = useAct('links.create', { quiet: true });
  const asked = words.trim() === '' ? {} : { words };
  const found = useCall('claims.list', { ...asked, limit: SHOWN }, { keepPrevious: true }).data?.rows;
  const done = () => (onClose(), notify({ tone: 'good', title: t('relations.done') }));
  const send = () => {
    if (otherId === null) return;
    const { relation, isReversed } = relationOf(kind);
    const ends = isReversed ? { fromId: otherId, toId: claimId } : { fromId: claimId, toId: otherId };
    link.mutate({ kind: 'claim', relation, ...ends, note: note.trim() }, { onSuccess: done });
  };
  return (
    <Dialog
      title={t('relations.dialog')}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={otherId === null || link.isPending} onPress={send}>
            {t('relations.confirm')}
          </Button>
        </>
      }
    >
      {link.error === null ? null : <ErrorNotice error={link.error} />}
      <Select label={t('relations.this')} options={relationOptions} value={kind} onChange={setKind} />
      <TextField label={t('relations.words')} autoFocus value={words} onChange={setWords} />
      <Choices claims={found?.filter(({ id }) => id !== claimId)} chosen={otherId} onChoose={setOtherId} />
      <TextField label={t('relations.note')} value={note} onChange={setNote} />
    </Dialog>
  );
}

type ChoicesProps = { claims: Claim[] | undefined; chosen: string | null; onChoose: (id: string) => void };

function Choices({ claims, chosen, onChoose }: ChoicesProps) {
  const names = usePartyNames();
  return (
    <div className="link-found" role="radiogroup" aria-label={t('relations.dialog')}>
      {claims?.length === 0 ? <p className="muted">{t('relations.no-claim')}</p> : null}
      {claims?.map((claim) => (
        <label className="link-choice" key={claim.id}>
          <input type="radio" name="claim" checked={claim.id === chosen} onChange={() => onChoose(claim.id)} />
          <span>
            <span className="two-lines" dir="auto">
              {claimSentence(claim, names)}
            </span>
            <span className="faint truncate" dir="auto">
              {[
                claim.speakerId === null ? t('claims.nobody') : (names.get(claim.speakerId) ?? '…'),
                claim.saidAt === null ? t('claims.undated') : edtfWords(claim.saidAt),
              ].join(', ')}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
