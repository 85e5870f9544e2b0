import type { Contradiction } from '#shared/model/analysis.ts';
import type { Grade } from '#shared/model/grades.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { GiveGradeDialog } from '../grades/give-grade-dialog.tsx';
import { WithdrawGrade } from '../grades/withdraw-grade.tsx';
import { t } from '../messages/index.ts';
import { RemoveRecord } from '../shell/remove-record.tsx';
import { goTo } from '../shell/session.ts';
import { SettleDialog, UnsettleDialog } from './contradictions/settle-dialog.tsx';
import { GradeChip } from './grades/grade-chip.tsx';
import { IncidentDialog } from './incident-dialog.tsx';

/** What the page asks just now. */
export type OpenDialog =
  | { kind: 'edit' | 'remove' | 'grade' }
  | { kind: 'withdraw'; grade: Grade }
  | { kind: 'settle' | 'unsettle'; contradiction: Contradiction }
  | null;

type IncidentDialogsProps = { dialog: OpenDialog; incident: Incident; suggested: string | null; onClose: () => void };

export function IncidentDialogs({ dialog, incident, suggested, onClose }: IncidentDialogsProps) {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'edit':
      return <IncidentDialog incident={incident} onClose={onClose} />;
    case 'remove':
      return <RemoveRecord of="incidents" id={incident.id} onClose={onClose} onRemoved={() => goTo({ name: 'incidents' })} />;
    case 'grade':
      return (
        <GiveGradeDialog
          subject={{ kind: 'incident', id: incident.id }}
          title={t('incident.grade.dialog', { code: incident.code })}
          beside={(scale) =>
            scale === 'airwars' && suggested !== null ? <GradeChip value={suggested} by={t('incident.suggested.title')} /> : null
          }
          onClose={onClose}
        />
      );
    case 'withdraw':
      return <WithdrawGrade grade={dialog.grade} onClose={onClose} />;
    case 'settle':
      return <SettleDialog contradiction={dialog.contradiction} onClose={onClose} />;
    case 'unsettle':
      return <UnsettleDialog contradiction={dialog.contradiction} onClose={onClose} />;
  }
}
