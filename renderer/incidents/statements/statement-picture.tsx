import './statements.css';
import { useMemo } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { t } from '../../messages/index.ts';
import { openClaim } from '../../shell/session.ts';
import { useWidth } from '../../ui/use-width.ts';
import type { AnalysisIndex } from '../origin-index.ts';
import { MarkShape } from './mark-shape.tsx';
import { LANE, MARK_Y, statementScene, type Group, type Mark, type Scene, type SceneInput } from './statement-scene.ts';

const AXIS = 26;
/** Room for the speakers' names. */
const NAMES = 128;
/** Two lines of a name stand in the middle of a lane. */
const NAME_Y = 5;

export type StatementPictureProps = Omit<SceneInput, 'width'> & { index: AnalysisIndex };

/** Who said what when, a line or more for each speaker: dates with their doubt, and the way from a denial to an admission. */
export function StatementPicture({ statements, turns, events, index }: StatementPictureProps) {
  const [frame, width] = useWidth();
  const wide = Math.max(0, Math.floor(width - NAMES));
  const scene = useMemo(
    () => (wide < 80 ? undefined : statementScene({ statements, turns, events, width: wide })),
    [statements, turns, events, wide],
  );
  return (
    <div ref={frame}>
      {scene === null ? <p className="muted">{t('incident.statements.none')}</p> : null}
      {scene == null ? null : <Drawn scene={scene} width={wide} index={index} />}
    </div>
  );
}

function Drawn({ scene, width, index }: { scene: Scene; width: number; index: AnalysisIndex }) {
  const height = scene.height + AXIS;
  const title = t('incident.statements.title', { from: dayWords(scene.axis.from), to: dayWords(scene.axis.to) });
  return (
    <>
      <div className="statement-picture" style={{ blockSize: height }}>
        <div className="statement-names" style={{ inlineSize: NAMES }} aria-hidden>
          {scene.groups.map((group) => (
            <span key={group.key} className="two-lines" style={{ insetBlockStart: group.top + NAME_Y }} title={nameOf(group)}>
              <bdi>{nameOf(group)}</bdi>
            </span>
          ))}
        </div>
        <svg width={width} height={height} role="img" aria-label={title}>
          <title>{title}</title>
          <Axis scene={scene} width={width} />
          {scene.turns.map((turn, at) => (
            <path key={at} className="turn-line" d={turn.path} />
          ))}
          {scene.groups.map((group) => (
            <g key={group.key} transform={`translate(0 ${group.top})`}>
              {group.marks.map((mark) => (
                <MarkView key={mark.key} mark={mark} group={group} index={index} />
              ))}
            </g>
          ))}
        </svg>
      </div>
      <p className="faint picture-key">{t('incident.statements.key')}</p>
      {scene.undated === 0 ? null : <p className="muted picture-key">{t('incident.statements.undated', { count: scene.undated })}</p>}
      {scene.notDrawn === 0 ? null : <p className="muted picture-key">{t('incident.statements.hidden', { count: scene.notDrawn })}</p>}
    </>
  );
}

function nameOf(group: Group): string {
  return group.kind === 'events' ? t('incident.statements.events') : (group.name ?? t('claims.nobody'));
}

function dayWords(at: number): string {
  return edtfWords(new Date(at).toISOString().slice(0, 7));
}

function Axis({ scene: { axis, groups, height }, width }: { scene: Scene; width: number }) {
  return (
    <g className="axis">
      {axis.ticks.map((tick) => (
        <g key={tick.at}>
          <line className="axis-grid" x1={tick.x} x2={tick.x} y1={0} y2={height} />
          <text x={tick.x} y={height + 17} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      {groups.slice(1).map((group) => (
        <line key={group.key} className="axis-lane" x1={0} x2={width} y1={group.top} y2={group.top} />
      ))}
      <line className="axis-base" x1={0} x2={width} y1={height + 1} y2={height + 1} />
    </g>
  );
}

function MarkView({ mark, group, index }: { mark: Mark; group: Group; index: AnalysisIndex }) {
  const { claimId, lane, label, labelX, anchor, origins, modality } = mark;
  const y = lane * LANE + MARK_Y;
  const statement = claimId === null ? undefined : index.statementOf(claimId);
  const words =
    statement === undefined
      ? label
      : `${statement.speaker ?? t('claims.nobody')}, ${statement.saidAt === null ? '' : edtfWords(statement.saidAt)}: ${statement.sentence}`;
  return (
    <g
      className="mark"
      data-hue={group.kind === 'events' ? undefined : index.hueOf(origins)}
      data-kind={group.kind}
      data-modality={modality}
      onClick={claimId === null ? undefined : () => openClaim(claimId)}
    >
      <title>{words}</title>
      <rect className="mark-hit" x={Math.min(mark.x0, labelX) - 2} y={y - 22} width={Math.max(mark.x1 - mark.x0, 24) + 4} height={32} />
      <text x={labelX} y={y - 10} textAnchor={anchor}>
        {label}
      </text>
      <MarkShape mark={mark} y={y} isSquare={group.kind === 'events'} />
    </g>
  );
}
