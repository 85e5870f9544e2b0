import { gradeRuleWords } from '#shared/claims/grade-rule-words.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Grade } from '#shared/model/grades.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { utcWords } from '../../ui/times.tsx';
import { currentOn, incidentScales, type IncidentScale } from './incident-grades.ts';
import { GradeChip } from './grade-chip.tsx';

export type GradesPanelProps = {
  grades: readonly Grade[];
  suggested: IncidentAnalysis['suggested'];
  /** Null where the case cannot be changed. */
  onGive: (() => void) | null;
  onWithdraw: ((grade: Grade) => void) | null;
};

/** What people judge, each with a reason, and what the rule gives beside it. One never changes the other. */
export function GradesPanel({ grades, suggested, onGive, onWithdraw }: GradesPanelProps) {
  const earlier = grades.filter((grade) => !grade.current);
  return (
    <section className="incident-part" aria-labelledby="incident-grades">
      <header className="incident-part-head">
        <h2 id="incident-grades">{t('incident.grades')}</h2>
        <Button size="s" keys="g" isDisabled={onGive === null} onPress={() => onGive?.()}>
          {t('incident.grade.give')}
        </Button>
      </header>
      {incidentScales.map((scale) => (
        <ScalePart key={scale} scale={scale} given={currentOn(grades, scale)} suggested={suggested} onWithdraw={onWithdraw} />
      ))}
      {earlier.length === 0 ? null : (
        <Fold title={t('incident.grade.history', { count: earlier.length })}>
          {() => earlier.map((grade) => <Given key={grade.id} grade={grade} onWithdraw={onWithdraw} />)}
        </Fold>
      )}
    </section>
  );
}

type ScalePartProps = Pick<GradesPanelProps, 'suggested' | 'onWithdraw'> & { scale: IncidentScale; given: readonly Grade[] };

function ScalePart({ scale, given, suggested, onWithdraw }: ScalePartProps) {
  return (
    <div className="grade-scale">
      <h3>{t(`incident.scale.${scale}`)}</h3>
      {given.length === 0 ? <p className="muted">{t('incident.grade.nobody')}</p> : null}
      {given.map((grade) => (
        <Given key={grade.id} grade={grade} onWithdraw={onWithdraw} />
      ))}
      <Apart given={given} />
      {scale === 'airwars' ? <Suggested suggested={suggested} given={given} /> : null}
    </div>
  );
}

function Given({ grade, onWithdraw }: { grade: Grade; onWithdraw: GradesPanelProps['onWithdraw'] }) {
  return (
    <div className="grade-given">
      <GradeChip value={grade.value} />
      <span className="muted" title={grade.createdAt}>
        <bdi>{t('incident.grade.by', { by: grade.createdBy })}</bdi>, {utcWords(grade.createdAt)}
      </span>
      {onWithdraw === null ? null : (
        <Button size="s" variant="quiet" onPress={() => onWithdraw(grade)}>
          {t('incident.grade.withdraw')}
        </Button>
      )}
      <p dir="auto">{grade.reason}</p>
    </div>
  );
}

/** People who differ are named side by side; nothing decides between them. */
function Apart({ given }: { given: readonly Grade[] }) {
  if (new Set(given.map((grade) => grade.value)).size < 2) return null;
  const grades = given.map(({ value, createdBy: by }) => t('incident.grade.one', { value, by })).join(', ');
  return <p className="muted">{t('incident.grade.apart', { people: given.length, grades })}</p>;
}

function Suggested({ suggested, given }: { suggested: IncidentAnalysis['suggested']; given: readonly Grade[] }) {
  if (suggested === null) return <p className="muted">{t('incident.suggested.none')}</p>;
  const differing = given.filter((grade) => grade.value !== suggested.value);
  return (
    <div className="grade-rule">
      <span className="muted">{t('incident.suggested.title')}</span>
      <span dir="auto">{gradeRuleWords(suggested)}</span>
      {differing.map(({ id, createdBy: by, value }) => (
        <strong key={id} dir="auto">
          {t('incident.suggested.differs', { by, given: value, suggested: suggested.value })}
        </strong>
      ))}
      {given.length > 0 && differing.length === 0 ? <span className="muted">{t('incident.suggested.same')}</span> : null}
    </div>
  );
}
