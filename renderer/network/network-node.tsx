import { memo } from 'react';
import type { LaidNode } from './lay-out-network.ts';
import { countsOf, foldedWords, nameOf } from './node-words.ts';

type NodeBoxProps = { laid: LaidNode; isChosen: boolean; isEntrance: boolean; isCircular: boolean };

/** A party or source, or a group of those that only repeat. */
export const NodeBox = memo(function NodeBox({ laid, isChosen, isEntrance, isCircular }: NodeBoxProps) {
  const { node, x, y, width, height } = laid;
  return (
    <button
      type="button"
      className="network-node"
      data-node={node.id}
      data-kind={node.kind}
      data-circular={isCircular}
      aria-pressed={node.kind === 'folded' ? undefined : isChosen}
      title={node.kind === 'folded' ? foldedWords(node) : nameOf(node)}
      tabIndex={isEntrance ? 0 : -1}
      style={{ left: x, top: y, width, height }}
    >
      {node.kind === 'folded' ? (
        <span className="truncate">{foldedWords(node)}</span>
      ) : (
        <>
          <span className="network-node-name truncate" dir="auto">
            {nameOf(node)}
          </span>{' '}
          <span className="network-node-counts truncate">{countsOf(node)}</span>
        </>
      )}
    </button>
  );
});
