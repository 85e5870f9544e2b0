import { ArrowLeft } from 'lucide-react';
import type { Network, NetworkClaim, NetworkEdge, NetworkNode } from '#shared/model/network.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { t } from '../messages/index.ts';
import { usePages } from '../shell/pages.ts';
import { openClaim } from '../shell/session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { changeNetwork, useNetworkState } from './network-state.ts';
import { nameOf, openNode } from './node-words.ts';

type SideProps = { network: Network; node: NetworkNode; byId: ReadonlyMap<string, NetworkNode>; isCircular: boolean };

/** One party or source: what comes to it and goes from it, and the claims themselves. */
export function NetworkSide({ network, node, byId, isCircular }: SideProps) {
  const { id, kind, merged } = node;
  const toNode = (edges: NetworkEdge[], end: 'from' | 'to') => edges.map((edge) => ({ edge, other: edge[end] }));
  return (
    <section className="network-side" aria-label={nameOf(node)}>
      <header className="network-side-head">
        <IconButton label={t('network.close')} icon={ArrowLeft} onPress={() => changeNetwork({ chosen: null })} />
        <h2 className="truncate" dir="auto" title={nameOf(node)}>
          {nameOf(node)}
        </h2>
        {isCircular ? <Chip tone="broken">{t('network.circle.chip')}</Chip> : null}
        {kind === 'unnamed' ? null : (
          <Button size="s" onPress={() => openNode(node)}>
            {t(`network.open.${kind}`)}
          </Button>
        )}
      </header>
      {merged.length === 0 ? null : <p className="network-side-note">{t('network.merged', { names: merged.join(', ') })}</p>}
      <Ends
        title={t('network.in')}
        ends={toNode(
          network.edges.filter(({ to }) => to === id),
          'from',
        )}
        byId={byId}
      />
      <Ends
        title={t('network.out')}
        ends={toNode(
          network.edges.filter(({ from }) => from === id),
          'to',
        )}
        byId={byId}
      />
      <Relations network={network} id={id} byId={byId} />
      <h3 className="network-side-title">{t('network.claims')}</h3>
      <NodeClaims nodeId={id} />
    </section>
  );
}

type EndsProps = { title: string; ends: { edge: NetworkEdge; other: string }[]; byId: ReadonlyMap<string, NetworkNode> };

function Ends({ title, ends, byId }: EndsProps) {
  if (ends.length === 0) return null;
  return (
    <>
      <h3 className="network-side-title">{title}</h3>
      <ul className="network-ends">
        {[...ends]
          .sort((a, b) => b.edge.claims - a.edge.claims)
          .map(({ edge: { claims, repeats }, other }) => (
            <li key={other}>
              <NodeLink id={other} byId={byId} />
              <span className="faint number">
                {repeats === 0 ? t('network.edge', { claims }) : t('network.edge.repeats', { claims, repeats })}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}

function Relations({ network, id, byId }: Pick<SideProps, 'network' | 'byId'> & { id: string }) {
  const found = network.relations.filter(({ from, to }) => from === id || to === id);
  if (found.length === 0) return null;
  return (
    <>
      <h3 className="network-side-title">{t('network.relations')}</h3>
      <ul className="network-ends">
        {found.map(({ from, to, relation, when }) => (
          <li key={`${from} ${to} ${relation}`}>
            <NodeLink id={from} byId={byId} />
            <span className="faint">{relation}</span>
            <NodeLink id={to} byId={byId} />
            {when === null ? null : <span className="faint">{edtfWords(when)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function NodeLink({ id, byId }: { id: string; byId: ReadonlyMap<string, NetworkNode> }) {
  const node = byId.get(id);
  return (
    <button type="button" className="row-link truncate" dir="auto" onClick={() => changeNetwork({ chosen: id })}>
      {node === undefined ? '' : nameOf(node)}
    </button>
  );
}

function NodeClaims({ nodeId }: { nodeId: string }) {
  const { incidentId } = useNetworkState();
  const pages = usePages('network.claims', { nodeId, ...(incidentId === null ? {} : { incidentId }) });
  return (
    <PagedTable
      label={t('network.claims')}
      columns={claimColumns}
      pages={pages}
      rowKey={({ id, from, to }) => `${id} ${from} ${to}`}
      rowHeight={58}
      hasHead={false}
      onOpen={({ id }) => openClaim(id)}
      empty={<p className="network-side-note faint">{t('network.claims.none')}</p>}
    />
  );
}

function Neighbour({ words, name }: { words: string; name: string }) {
  return (
    <>
      <span>{words}</span>
      <span className="truncate" dir="auto" title={name}>
        {name}
      </span>
    </>
  );
}

const claimColumns: Column<NetworkClaim>[] = [
  {
    id: 'claim',
    label: t('network.claims'),
    width: 'minmax(0, 1fr)',
    cell: ({ id, role, sentence, saidAt, from, to }) => (
      <div className="network-claim">
        <span className="network-claim-facts">
          <span>
            {t(`network.role.${role}`)}, {saidAt === null ? t('claims.undated') : edtfWords(saidAt)}
          </span>
          {from === null ? null : <Neighbour words={t('network.from')} name={from === '' ? t('network.unnamed') : from} />}
          {to === null ? null : <Neighbour words={t('network.to')} name={to} />}
        </span>
        <button type="button" className="row-link truncate" dir="auto" title={sentence} tabIndex={-1} onClick={() => openClaim(id)}>
          {sentence}
        </button>
      </div>
    ),
  },
];
