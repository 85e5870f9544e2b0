import { useId } from 'react';
import type { Circle } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { isolated } from '../../ui/isolated.ts';
import { layCircle } from './lay-circle.ts';

const WIDTH = 220;
const HEIGHT = 128;
/** Two parties stand on one line. */
const LOW = 64;

/** Sources that lean on each other, drawn and in words. */
export function CircleNote({ circle }: { circle: Circle }) {
  const name = (id: string) => isolated(circle.parties.find((party) => party.partyId === id)?.name ?? '');
  const edges = circle.edges.map(({ fromId, toId }) => t('incident.circle.edge', { from: name(fromId), to: name(toId) }));
  return (
    <div className="origin-circle">
      <CirclePicture circle={circle} title={`${t('incident.circle.title')}: ${edges.join('; ')}`} />
      <div>
        <p>{t('incident.circle', { names: circle.parties.map((party) => isolated(party.name)).join(', ') })}</p>
        <ul className="muted">
          {edges.map((edge) => (
            <li key={edge}>{edge}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function CirclePicture({ circle, title }: { circle: Circle; title: string }) {
  const arrow = useId();
  const height = circle.parties.length === 2 ? LOW : HEIGHT;
  const { nodes, lines } = layCircle(circle, WIDTH, height);
  return (
    <svg className="circle-picture" width={WIDTH} height={height} role="img" aria-label={title}>
      <title>{title}</title>
      <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0 8 4 0 8z" />
      </marker>
      {lines.map((line, at) => (
        <line key={at} {...line} markerEnd={`url(#${arrow})`} />
      ))}
      {nodes.map(({ id, x, y, label, labelY }) => (
        <g key={id}>
          <circle cx={x} cy={y} r={6} />
          <text x={x} y={labelY}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
