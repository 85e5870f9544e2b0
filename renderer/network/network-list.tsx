import { useMemo } from 'react';
import type { Network, NetworkNode } from '#shared/model/network.ts';
import { t } from '../messages/index.ts';
import type { Pages } from '../shell/pages.ts';
import { Chip } from '../ui/chip.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { changeNetwork } from './network-state.ts';
import { nameOf } from './node-words.ts';

type ListProps = { network: Network; byId: ReadonlyMap<string, NetworkNode>; circular: ReadonlyMap<string, number>; left: number };

/** The same as the drawing, to read: everyone in it by what they say and hand on, and who leans on whom in a circle. */
export function NetworkList({ network, byId, circular, left }: ListProps) {
  const { nodes, claims, adrift, circles } = network;
  const pages = useWhole(nodes);
  const columns = useMemo(() => columnsOf(circular), [circular]);
  return (
    <section className="network-side" aria-label={t('network.list')}>
      <p className="network-side-note">
        {t('network.summary', { nodes: nodes.length, claims })}.{adrift === 0 ? null : ` ${t('network.adrift', { count: adrift })}`}
        {left === 0 ? null : ` ${t('network.left', { count: left })}`}
      </p>
      {circles.length === 0 ? null : (
        <ul className="network-circles" tabIndex={0} aria-label={t('network.legend.circle')}>
          {circles.map((circle) => (
            <li key={circle.nodes.join()} className="network-circle">
              {t('network.circle', { names: namesOf(circle.nodes, byId) })}
            </li>
          ))}
        </ul>
      )}
      <PagedTable
        label={t('network.list')}
        columns={columns}
        pages={pages}
        rowKey={({ id }) => id}
        rowHeight={30}
        opensOnClick
        onOpen={({ id }) => changeNetwork({ chosen: id })}
        empty={null}
      />
    </section>
  );
}

/** Isolated, so that names of either direction stay in their order. */
function namesOf(ids: readonly string[], byId: ReadonlyMap<string, NetworkNode>): string {
  const names = ids.map((id) => `\u2068${nameOf(byId.get(id) ?? { kind: 'party', label: '' })}\u2069`);
  return `${names.slice(0, -1).join(', ')} ${t('network.and')} ${names.at(-1)}`;
}

/** All at once: the drawing has them all anyway. Most claims first. */
function useWhole(nodes: readonly NetworkNode[]): Pages<NetworkNode> {
  return useMemo(() => {
    const rows = [...nodes].sort((a, b) => b.says + b.handsOn - a.says - a.handsOn);
    return { total: rows.length, rowAt: (index) => rows[index], show: () => {}, error: null, key: '' };
  }, [nodes]);
}

const columnsOf = (circular: ReadonlyMap<string, number>): Column<NetworkNode>[] => [
  {
    id: 'name',
    label: t('network.column.name'),
    width: 'minmax(0, 1fr)',
    cell: (node) => (
      <span className="network-name">
        <button type="button" className="row-link truncate" dir="auto" title={nameOf(node)} tabIndex={-1}>
          {nameOf(node)}
        </button>
        {circular.has(node.id) ? <Chip tone="broken">{t('network.circle.chip')}</Chip> : null}
        {node.kind !== 'item' ? null : <span className="faint">{t(`network.kind.${node.kind}`)}</span>}
      </span>
    ),
  },
  { id: 'says', label: t('network.column.says'), width: '56px', align: 'end', cell: ({ says }) => says.toLocaleString('en') },
  { id: 'hands-on', label: t('network.column.hands-on'), width: '80px', align: 'end', cell: ({ handsOn }) => handsOn.toLocaleString('en') },
];
