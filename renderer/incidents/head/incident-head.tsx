import './head.css';
import { gradeRuleWords } from '#shared/claims/grade-rule-words.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Grade } from '#shared/model/grades.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { t } from '../../messages/index.ts';
import { currentOn } from '../grades/incident-grades.ts';
import { GradeChip } from '../grades/grade-chip.tsx';
import { CountLine } from './count-line.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { IncidentNote } from './incident-note.tsx';

export type IncidentHeadProps = { incident: Incident; analysis: IncidentAnalysis; grades: readonly Grade[] };

/** Under the title: how it is graded and by whom, how many claims there are against how many voices, and what is known of it. */
export function IncidentHead({ incident, analysis, grades }: IncidentHeadProps) {
  const given = [...currentOn(grades, 'airwars'), ...currentOn(grades, 'huridocs violation status')];
  return (
    <div className="incident-head">
      {given.length === 0 && analysis.suggested === null ? null : (
        <p className="incident-head-grades">
          {given.map(({ id, value, createdBy, scale, reason }) => (
            <GradeChip key={id} value={value} by={createdBy} title={`${t(scaleKey(scale))}: ${reason}`} />
          ))}
          {analysis.suggested === null ? null : (
            <span className="chip chip-plain" title={gradeRuleWords(analysis.suggested)}>
              {t('incident.suggested', { value: lowerFirst(gradeRuleWords(analysis.suggested)) })}
            </span>
          )}
        </p>
      )}
      <CountLine analysis={analysis} />
      <IncidentFacts incident={incident} />
      <IncidentNote note={incident.note} />
    </div>
  );
}

function scaleKey(scale: string): 'incident.scale.airwars' | 'incident.scale.huridocs violation status' {
  return scale === 'airwars' ? 'incident.scale.airwars' : 'incident.scale.huridocs violation status';
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1).replace(/\.$/, '').replace(': ', ', ')}`;
}
