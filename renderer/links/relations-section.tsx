import './relations-section.css';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { RecordLink } from '#shared/model/record-links.ts';
import { IncidentCode } from '../incidents/incident-code.tsx';
import { isMessage, t } from '../messages/index.ts';
import { PartyName } from '../parties/party-names.tsx';
import { useCanWrite } from '../shell/case-info.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { openParty } from '../shell/session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { RelateDialog } from './relate-dialog.tsx';

export type RelatedKind = 'incident' | 'party';
export type RelationsSectionProps = { kind: RelatedKind; id: string; name: string };

const noNames: ReadonlyMap<string, string> = new Map();

/** What an incident or a party is to others of its kind, from both ends. */
export function RelationsSection({ kind, id, name }: RelationsSectionProps) {
  const links = useCall('links.list', { kind, id }).data?.links;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<RecordLink | null>(null);
  const canWrite = useCanWrite();
  return (
    <section className="relations">
      <h2>
        {t('links.title')}
        {canWrite ? (
          <Button size="s" variant="quiet" icon={Plus} onPress={() => setAdding(true)}>
            {t('links.add')}
          </Button>
        ) : null}
      </h2>
      {links?.length === 0 ? <p className="muted">{t(`links.none.${kind}`)}</p> : null}
      <ul>
        {links?.map((link) => (
          <li key={link.id}>
            <span className="muted">{relationWords(link, id)}</span>
            <Other kind={kind} id={link.fromId === id ? link.toId : link.fromId} />
            {link.when === null ? null : <span className="faint">{edtfWords(link.when)}</span>}
            {link.note === '' ? null : (
              <span className="faint relations-note" dir="auto">
                {link.note}
              </span>
            )}
            {canWrite ? <IconButton label={t('links.remove')} icon={X} onPress={() => setRemoving(link)} /> : null}
          </li>
        ))}
      </ul>
      {adding ? <RelateDialog kind={kind} id={id} name={name} onClose={() => setAdding(false)} /> : null}
      {removing === null ? null : <RemoveLink kind={kind} id={removing.id} onClose={() => setRemoving(null)} />}
    </section>
  );
}

function relationWords({ relation, fromId }: RecordLink, id: string): string {
  const key = `links.${fromId === id ? 'out' : 'in'}.${relation}`;
  return isMessage(key) ? t(key) : relation;
}

function Other({ kind, id }: { kind: RelatedKind; id: string }) {
  if (kind === 'incident') return <IncidentCode id={id} />;
  return (
    <button type="button" className="row-link" onClick={() => openParty(id)}>
      <OtherParty id={id} />
    </button>
  );
}

function OtherParty({ id }: { id: string }) {
  const name = useCall('parties.get', { id }).data?.name;
  return <PartyName id={id} names={name === undefined ? noNames : new Map([[id, name]])} />;
}

function RemoveLink({ kind, id, onClose }: { kind: RelatedKind; id: string; onClose: () => void }) {
  const remove = useAct('links.remove');
  return (
    <ReasonDialog
      title={t('links.remove.title')}
      text={t('links.remove.text')}
      confirm={t('links.remove.confirm')}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={(reason) => remove.mutate({ kind, id, reason }, { onSettled: onClose })}
    />
  );
}
