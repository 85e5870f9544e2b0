import { memo } from 'react';
import type { LaidNetwork } from './lay-out-network.ts';

type LinesProps = { laid: LaidNetwork; chosen: string | null; circular: ReadonlyMap<string, number> };

/** The lines under the nodes; what they say stands in the list and beside a chosen node. */
export const NetworkLines = memo(function NetworkLines({ laid, chosen, circular }: LinesProps) {
  const touches = (line: { from: string; to: string }) => chosen !== null && (line.from === chosen || line.to === chosen);
  const isCircular = ({ from, to }: { from: string; to: string }) => circular.has(from) && circular.get(from) === circular.get(to);
  return (
    <svg className="network-lines" width={laid.width} height={laid.height} data-chosen={chosen !== null} aria-hidden>
      <defs>
        {['plain', 'near', 'circular'].map((kind) => (
          <marker
            key={kind}
            id={`network-arrow-${kind}`}
            className={`network-arrow-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 Z" />
          </marker>
        ))}
      </defs>
      {laid.relations.map((line) => (
        <g key={`${line.from} ${line.to} ${line.relation}`} className="network-relation" data-near={touches(line)}>
          <path d={line.path} />
          <text x={line.middle.x} y={line.middle.y - 4}>
            {line.relation}
          </text>
        </g>
      ))}
      {laid.edges.map((line) => {
        const kind = isCircular(line) ? 'circular' : touches(line) ? 'near' : 'plain';
        return (
          <g key={`${line.from} ${line.to}`} className="network-edge" data-kind={kind} data-near={touches(line)}>
            <path
              d={line.path}
              style={{ strokeWidth: 1 + Math.min(4, Math.log2(line.claims)) }}
              markerEnd={`url(#network-arrow-${kind})`}
            />
            {line.claims === 1 && !touches(line) ? null : (
              <text x={line.middle.x} y={line.middle.y - 4}>
                {line.claims}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});
