import './evidence/evidence.css';
import { useRef, useState } from 'react';
import type { ClaimEvidence } from '#shared/model/claim-evidence.ts';
import { t } from '../messages/index.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { evidenceGroups } from './evidence/evidence-groups.ts';
import { EvidenceRow } from './evidence/evidence-row.tsx';
import { RestateDialog } from './evidence/restate-dialog.tsx';
import { useEvidenceSteps } from './evidence/use-evidence-steps.ts';

type Asked = { what: 'unlink' | 'restate'; row: ClaimEvidence };

/** The passages a claim stands on, in their context, by what each does for the claim. `onLink` null: nothing can be changed. */
export function EvidenceList({ claimId, onLink }: { claimId: string; onLink: (() => void) | null }) {
  const { data, error } = useCall('evidence.ofClaim', { claimId });
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useRef<HTMLElement>(null);
  const rows = data?.evidence ?? [];
  const restate = (id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row !== undefined) setAsked({ what: 'restate', row });
  };
  useEvidenceSteps(list, onLink === null ? null : restate);
  const acts =
    onLink === null
      ? null
      : {
          onRestate: (row: ClaimEvidence) => setAsked({ what: 'restate', row }),
          onUnlink: (row: ClaimEvidence) => setAsked({ what: 'unlink', row }),
        };
  return (
    <section className="evidence" aria-label={t('claim.evidence')} ref={list}>
      <header className="evidence-head">
        <h2>{t('claim.evidence')}</h2>
        <span className="faint number">{data === undefined ? '' : t('evidence.passages', { count: rows.length })}</span>
        <span className="gap" />
        <Button size="s" keys="l" isDisabled={onLink === null} onPress={() => onLink?.()}>
          {t('claim.evidence.link')}
        </Button>
      </header>
      {error === null ? null : <ErrorNotice error={error} />}
      {data !== undefined && rows.length === 0 ? <NoEvidence /> : null}
      {evidenceGroups(rows).map(({ stance, rows: ofStance }) => (
        <section key={stance} className="evidence-group" data-stance={stance} aria-label={stance}>
          <h3 className="evidence-stance">
            <span className="chip stance" data-stance={stance}>
              {stance}
            </span>
            <span className="muted number">{t('evidence.passages', { count: ofStance.length })}</span>
          </h3>
          {ofStance.map((row) => (
            <EvidenceRow key={row.id} evidence={row} acts={acts} />
          ))}
        </section>
      ))}
      {rows.length > 1 ? <p className="faint">{t('evidence.step.hint')}</p> : null}
      {asked?.what === 'unlink' ? <Unlink id={asked.row.id} onClose={() => setAsked(null)} /> : null}
      {asked?.what === 'restate' ? <RestateDialog evidence={asked.row} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

function NoEvidence() {
  return (
    <div className="evidence-none">
      <strong>{t('claim.evidence.none.title')}</strong>
      <p className="muted">{t('claim.evidence.none.text')}</p>
    </div>
  );
}

function Unlink({ id, onClose }: { id: string; onClose: () => void }) {
  const unlink = useAct('evidence.unlink');
  return (
    <ReasonDialog
      title={t('claim.evidence.unlink.title')}
      text={t('claim.evidence.unlink.text')}
      confirm={t('claim.evidence.unlink.confirm')}
      isOpen
      isPending={unlink.isPending}
      onClose={onClose}
      onConfirm={(reason) => unlink.mutate({ id, reason }, { onSuccess: onClose })}
    />
  );
}
