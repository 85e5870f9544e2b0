import './relations.css';
import { Link2Off } from 'lucide-react';
import { useState } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { ClaimRelation } from '#shared/model/claim-relations.ts';
import { t } from '../../messages/index.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { openClaim } from '../../shell/session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { utcWords } from '../../ui/times.tsx';
import { relationsInOrder, relationWords } from './relation-words.ts';

/** More are folded. */
const SHOWN = 6;

/** What a claim is to other claims, worded from its end, with note, author and date. `onAdd` null: nothing can be changed. */
export function ClaimRelations({ claimId, onAdd }: { claimId: string; onAdd: (() => void) | null }) {
  const links = useCall('claims.relations', { id: claimId }).data?.links;
  const [removing, setRemoving] = useState<ClaimRelation | null>(null);
  const [isOpen, setOpen] = useState(false);
  const inOrder = relationsInOrder(links ?? []);
  const shown = isOpen || inOrder.length <= SHOWN + 1 ? inOrder : inOrder.slice(0, SHOWN);
  return (
    <section aria-label={t('relations.title')}>
      <header className="evidence-head">
        <h2>{t('relations.title')}</h2>
        <span className="gap" />
        <Button size="s" keys="r" isDisabled={onAdd === null} onPress={() => onAdd?.()}>
          {t('relations.add')}
        </Button>
      </header>
      {links?.length === 0 ? <p className="muted">{t('relations.none')}</p> : null}
      <ul className="relations">
        {shown.map((link) => (
          <li key={link.id} className="relation">
            <RelationLine link={link} />
            {onAdd === null ? null : <IconButton label={t('relations.remove')} icon={Link2Off} onPress={() => setRemoving(link)} />}
          </li>
        ))}
      </ul>
      {shown.length === inOrder.length ? null : (
        <button type="button" className="repeat-more" aria-expanded={false} onClick={() => setOpen(true)}>
          {t('relations.more', { count: inOrder.length - shown.length })}
        </button>
      )}
      {removing === null ? null : <RemoveRelation id={removing.id} onClose={() => setRemoving(null)} />}
    </section>
  );
}

function RelationLine({ link }: { link: ClaimRelation }) {
  const { other, note, createdBy, createdAt } = link;
  const said = [other.speaker ?? t('claims.nobody'), other.saidAt === null ? t('claims.undated') : edtfWords(other.saidAt)];
  return (
    <div className="relation-line">
      <strong className="relation-word">{relationWords(link)}</strong>
      <button type="button" className="row-link" dir="auto" onClick={() => openClaim(other.id)}>
        {other.sentence}
      </button>
      <span className="muted" dir="auto">
        {said.join(', ')}
      </span>
      {note === '' ? null : (
        <span className="relation-note" dir="auto">
          {note}
        </span>
      )}
      <span className="faint">{t('relations.made', { who: createdBy, at: utcWords(createdAt) })}</span>
    </div>
  );
}

function RemoveRelation({ id, onClose }: { id: string; onClose: () => void }) {
  const remove = useAct('links.remove');
  const done = () => (onClose(), notify({ tone: 'plain', title: t('relations.removed') }));
  return (
    <ReasonDialog
      title={t('relations.remove.title')}
      text={t('relations.remove.text')}
      confirm={t('relations.remove.confirm')}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={(reason) => remove.mutate({ kind: 'claim', id, reason }, { onSuccess: done })}
    />
  );
}
