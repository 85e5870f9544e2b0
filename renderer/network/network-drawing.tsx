import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { t } from '../messages/index.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import type { DrawnNode } from './fold-network.ts';
import type { LaidNetwork } from './lay-out-network.ts';
import { NetworkLines } from './network-lines.tsx';
import { NodeBox } from './network-node.tsx';
import { changeNetwork, useNetworkState } from './network-state.ts';
import { nextNode } from './next-node.ts';
import { openNode } from './node-words.ts';
import { useViewport } from './use-viewport.ts';

type DrawingProps = { laid: LaidNetwork; circular: ReadonlyMap<string, number> };

/** Who speaks stands left of who hands on. Arrows follow the lines, Enter opens, a click chooses. */
export function NetworkDrawing({ laid, circular }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { chosen, unfolded } = useNetworkState();
  const { view, fit, zoom, reveal, drag } = useViewport(frame, laid);
  useCommands(useMemo(() => viewCommands(fit, zoom), [fit, zoom]));
  const byId = useMemo(() => new Map(laid.nodes.map((one) => [one.node.id, one])), [laid]);
  const choose = (id: string | null) => changeNetwork({ chosen: id });
  useEffect(() => {
    const box = chosen === null ? undefined : byId.get(chosen);
    if (box !== undefined) reveal(box);
  }, [chosen, byId, reveal]);
  const nodeAt = (target: EventTarget) => byId.get((target as Element).closest<HTMLElement>('[data-node]')?.dataset['node'] ?? '');
  const act = (node: DrawnNode) => {
    if (node.kind === 'folded') changeNetwork({ unfolded: [...unfolded, node.id] });
    else choose(node.id);
  };
  const onClick = (event: MouseEvent) => {
    const found = nodeAt(event.target);
    if (found === undefined) return;
    if (event.detail === 2 && found.node.kind !== 'folded') openNode(found.node);
    else act(found.node);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const found = nodeAt(event.target);
    if (found === undefined || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && found.node.kind !== 'folded') openNode(found.node);
    else {
      const next = nextNode(laid, found.node.id, event.key);
      if (next === null) return;
      frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next)}"]`)?.focus({ preventScroll: true });
    }
    event.preventDefault();
  };
  const entrance = chosen !== null && byId.has(chosen) ? chosen : laid.nodes[0]?.node.id;
  return (
    <div className="network-drawing" ref={frame} role="group" aria-label={t('network.drawing')} dir="ltr" {...drag}>
      <div
        className="network-sheet"
        style={{ width: laid.width, height: laid.height, transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={(event) => ((found) => found !== undefined && found.node.kind !== 'folded' && choose(found.node.id))(nodeAt(event.target))}
      >
        <NetworkLines laid={laid} chosen={chosen} circular={circular} />
        {laid.nodes.map((one) => (
          <NodeBox
            key={one.node.id}
            laid={one}
            isChosen={one.node.id === chosen}
            isEntrance={one.node.id === entrance}
            isCircular={circular.has(one.node.id)}
          />
        ))}
      </div>
    </div>
  );
}

function viewCommands(fit: () => void, zoom: (factor: number) => void): Command[] {
  return [
    { id: 'network.zoom-in', title: 'network.zoom-in', group: 'network.group', keys: '[Shift]++', also: '=', run: () => zoom(1.3) },
    { id: 'network.zoom-out', title: 'network.zoom-out', group: 'network.group', keys: '-', run: () => zoom(1 / 1.3) },
    { id: 'network.fit', title: 'network.fit', group: 'network.group', keys: '0', run: fit },
  ];
}
