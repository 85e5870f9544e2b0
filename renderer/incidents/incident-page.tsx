import './incident-page.css';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Contradiction, IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Grade } from '#shared/model/grades.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { RelationsSection } from '../links/relations-section.tsx';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Page } from '../ui/page.tsx';
import { CasualtiesSection } from './casualties/casualties-section.tsx';
import { byOrigins } from './contradictions/by-origins.ts';
import { ContradictionList, isOpen } from './contradictions/contradiction-list.tsx';
import { GradesPanel } from './grades/grades-panel.tsx';
import { useIncidentGrades } from './grades/incident-grades.ts';
import { IncidentHead } from './head/incident-head.tsx';
import { useIncidentClaims } from './incident-claims.ts';
import { useIncidentCommands } from './incident-commands.ts';
import { IncidentDialogs, type OpenDialog } from './incident-dialogs.tsx';
import { MapSection } from './map/map-section.tsx';
import { FurtherMeasures, FurtherMeasuresBelow } from './measures/further-measures.tsx';
import { MeasureSection } from './measures/measure-section.tsx';
import { measureKey } from './measures/measure-words.ts';
import { indexAnalysis, type AnalysisIndex } from './origin-index.ts';
import { OriginList } from './origins/origin-list.tsx';
import { StatementsSection } from './statements/statements-section.tsx';
import { WithoutPassage } from './without-passage.tsx';

/** One event: what every claim says of it side by side, whose voices they are, what cannot be reconciled, when and where. */
export function IncidentPage({ id }: { id: string }) {
  const incident = useCall('incidents.get', { id });
  const analysis = useCall('analysis.incident', { incidentId: id });
  if (incident.data !== undefined && analysis.data !== undefined) return <Loaded incident={incident.data} analysis={analysis.data} />;
  const error = incident.error ?? analysis.error;
  return <div className="page">{error === null ? t('ui.loading') : <ErrorNotice error={error} />}</div>;
}

function Loaded({ incident, analysis }: { incident: Incident; analysis: IncidentAnalysis }) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const canWrite = useCanWrite();
  const grades = useIncidentGrades(incident.id);
  const index = useMemo(() => indexAnalysis(analysis), [analysis]);
  const openContradiction = useMemo(() => byOrigins(analysis.contradictions.filter(isOpen), index)[0]?.[0], [analysis, index]);
  useIncidentCommands({ canWrite, openContradiction, setDialog });
  const actions = (
    <>
      <Button keys="e" isDisabled={!canWrite} onPress={() => setDialog({ kind: 'edit' })}>
        {t('incident.edit')}
      </Button>
      <Button variant="danger" isDisabled={!canWrite} onPress={() => setDialog({ kind: 'remove' })}>
        {t('incidents.remove')}
      </Button>
    </>
  );
  return (
    <Page
      title={`${incident.code} ${incident.title}`}
      subtitle={<IncidentHead incident={incident} analysis={analysis} grades={grades} />}
      actions={actions}
    >
      <Body incident={incident} analysis={analysis} index={index} grades={grades} onAsk={canWrite ? setDialog : null} />
      <IncidentDialogs dialog={dialog} incident={incident} suggested={analysis.suggested?.value ?? null} onClose={() => setDialog(null)} />
    </Page>
  );
}

/** Measures above everything else; those that fewer claims speak of stand below it. */
const FIRST = 2;

type BodyProps = {
  incident: Incident;
  analysis: IncidentAnalysis;
  index: AnalysisIndex;
  grades: readonly Grade[];
  /** Null where the case cannot be changed. */
  onAsk: ((dialog: OpenDialog) => void) | null;
};

function Body({ incident, analysis, index, grades, onAsk }: BodyProps) {
  const further = analysis.measures.slice(FIRST);
  const claims = useIncidentClaims(incident.id, analysis.claims);
  const about = (kind: 'settle' | 'unsettle') => (onAsk === null ? null : (contradiction: Contradiction) => onAsk({ kind, contradiction }));
  const map = <MapSection incident={incident} claims={claims} />;
  const graded = (
    <GradesPanel
      grades={grades}
      suggested={analysis.suggested}
      onGive={onAsk === null ? null : () => onAsk({ kind: 'grade' })}
      onWithdraw={onAsk === null ? null : (grade) => onAsk({ kind: 'withdraw', grade })}
    />
  );
  const related = <RelationsSection kind="incident" id={incident.id} name={incident.code} />;
  if (analysis.claims === 0)
    return (
      <div className="incident-body">
        <EmptyState icon={TriangleAlert} title={t('incident.claims.none.title')} text={t('incident.claims.none.text')} />
        <div className="incident-columns">
          <div className="incident-column">
            {graded}
            {related}
          </div>
          <div className="incident-column">{map}</div>
        </div>
      </div>
    );
  return (
    <div className="incident-body">
      {analysis.measures.length === 0 ? <p className="muted incident-part">{t('incident.figures.none')}</p> : null}
      {analysis.measures.slice(0, FIRST).map((measure) => (
        <MeasureSection key={measureKey(measure)} measure={measure} index={index} />
      ))}
      <FurtherMeasuresBelow measures={further} />
      <div className="incident-columns">
        <div className="incident-column">
          <ContradictionList analysis={analysis} index={index} onSettle={about('settle')} onUnsettle={about('unsettle')} />
          <OriginList analysis={analysis} index={index} />
          <CasualtiesSection measures={analysis.measures} index={index} />
          {graded}
          {related}
        </div>
        <div className="incident-column">
          <StatementsSection incident={incident} analysis={analysis} claims={claims} index={index} />
          {map}
          <WithoutPassage ids={analysis.claimsWithoutPassage} index={index} />
        </div>
      </div>
      <FurtherMeasures measures={further} index={index} />
    </div>
  );
}
