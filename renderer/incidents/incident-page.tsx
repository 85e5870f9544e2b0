import './incident-page.css';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { useCall } from '../shell/engine.ts';
import { goTo } from '../shell/session.ts';
import { RemoveRecord } from '../shell/remove-record.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Page } from '../ui/page.tsx';
import { IncidentDialog } from './incident-dialog.tsx';
import { MeasureTable } from './measure-table.tsx';
import { StatementList } from './statement-list.tsx';
import { WithoutPassage } from './without-passage.tsx';

/** One event: what every claim says of it side by side, when it was said, and what nobody can check yet. */
export function IncidentPage({ id }: { id: string }) {
  const { data: incident, error } = useCall('incidents.get', { id });
  const analysis = useCall('analysis.incident', { incidentId: id }).data;
  const claims = useCall('claims.list', { incidentId: id, limit: 1000 }).data?.rows;
  if (incident !== undefined && analysis !== undefined && claims !== undefined)
    return <Loaded incident={incident} analysis={analysis} claims={claims} />;
  return <div className="page">{error === null ? t('ui.loading') : <ErrorNotice error={error} />}</div>;
}

type LoadedProps = { incident: Incident; analysis: IncidentAnalysis; claims: Claim[] };

function Loaded({ incident, analysis, claims }: LoadedProps) {
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  const canWrite = useCanWrite();
  useCommands(
    useMemo(
      () =>
        canWrite
          ? [{ id: 'incident.edit', title: 'incident.dialog.edit', group: 'claims.group', keys: 'e', run: () => setDialog('edit') }]
          : [],
      [canWrite],
    ),
  );
  const actions = (
    <>
      <Button keys="e" isDisabled={!canWrite} onPress={() => setDialog('edit')}>
        {t('incident.edit')}
      </Button>
      <Button variant="danger" isDisabled={!canWrite} onPress={() => setDialog('remove')}>
        {t('incidents.remove')}
      </Button>
    </>
  );
  return (
    <Page title={`${incident.code} ${incident.title}`} subtitle={<Subtitle incident={incident} analysis={analysis} />} actions={actions}>
      {analysis.claims === 0 ? (
        <EmptyState icon={TriangleAlert} title={t('incident.claims.none.title')} text={t('incident.claims.none.text')} />
      ) : (
        <>
          {analysis.measures.length === 0 ? <p className="muted">{t('incident.figures.none')}</p> : null}
          {analysis.measures.map((measure) => (
            <MeasureTable key={`${measure.act} ${measure.unit} ${measure.role}`} measure={measure} />
          ))}
          <div className="incident-columns">
            <StatementList statements={analysis.statements} claims={claims} />
            <WithoutPassage ids={analysis.claimsWithoutPassage} claims={claims} />
          </div>
        </>
      )}
      {dialog === 'edit' ? <IncidentDialog incident={incident} onClose={() => setDialog(null)} /> : null}
      {dialog === 'remove' ? (
        <RemoveRecord of="incidents" id={incident.id} onClose={() => setDialog(null)} onRemoved={() => goTo({ name: 'incidents' })} />
      ) : null}
    </Page>
  );
}

function Subtitle({ incident, analysis }: Pick<LoadedProps, 'incident' | 'analysis'>) {
  const speakers = new Set(analysis.statements.map((one) => one.speaker).filter((name) => name !== null)).size;
  const facts = [incident.kind, incident.when === null ? '' : edtfWords(incident.when)].filter((part) => part !== '').join(', ');
  return (
    <>
      {facts === '' ? null : <span dir="auto">{facts}. </span>}
      {incident.place === null ? null : (
        <>
          <bdi>{incident.place.name}</bdi>
          {incident.place.precision === 'unknown' ? null : (
            <>
              {' '}
              <Chip>{incident.place.precision}</Chip>
            </>
          )}
          .{' '}
        </>
      )}
      <span>{t('incident.summary', { claims: analysis.claims, speakers })}.</span>
      {incident.note === '' ? null : (
        <p className="incident-note" dir="auto">
          {incident.note}
        </p>
      )}
    </>
  );
}
