import { useState } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { RepeatFamily } from '#shared/model/claim-relations.ts';
import { t } from '../../messages/index.ts';
import { openClaim } from '../../shell/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { repeatTree, shownChildren, type RepeatNode } from './repeat-tree.ts';

/** More than these a level are folded until asked for. */
const FOLD_AFTER = 5;

/** The claims that repeat one another as a tree, from what they go back to; the claim looked at is marked. */
export function RepeatList({ family, id }: { family: RepeatFamily; id: string }) {
  const left = family.total - family.claims.length;
  return (
    <div className="repeat-tree" role="group" aria-label={t('chain.tree')}>
      <Level nodes={repeatTree(family, id)} id={id} />
      {left > 0 ? <p className="faint">{t('chain.tree.capped', { count: left })}</p> : null}
    </div>
  );
}

function Level({ nodes, id }: { nodes: readonly RepeatNode[]; id: string }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? nodes : shownChildren(nodes, FOLD_AFTER);
  const left = nodes.length - shown.length;
  return (
    <ul>
      {shown.map((node, at) => (
        <li key={`${node.claim.id} ${at}`} className="repeat-node" data-on-way={node.isOnWay}>
          <NodeLine node={node} isSelf={node.claim.id === id} />
          {node.children.length === 0 ? null : <Level nodes={node.children} id={id} />}
        </li>
      ))}
      {left === 0 ? null : (
        <li className="repeat-node">
          <button type="button" className="repeat-more" aria-expanded={false} onClick={() => setOpen(true)}>
            {t('chain.tree.more', { count: left })}
          </button>
        </li>
      )}
    </ul>
  );
}

function NodeLine({ node: { claim, isAgain }, isSelf }: { node: RepeatNode; isSelf: boolean }) {
  const { id, speaker, sentence, saidAt } = claim;
  const said = saidAt === null ? t('chain.undated') : edtfWords(saidAt);
  return (
    <div className="repeat-line" data-self={isSelf}>
      {isSelf ? (
        <span className="repeat-who" dir="auto">
          {speaker ?? <em className="muted">{t('chain.nobody')}</em>}
        </span>
      ) : (
        <button type="button" className="row-link repeat-who" dir="auto" title={sentence} onClick={() => openClaim(id)}>
          {speaker ?? <em>{t('chain.nobody')}</em>}
        </button>
      )}
      <span className="muted">{said}</span>
      {isSelf ? <Chip>{t('chain.tree.this')}</Chip> : null}
      {isAgain ? <span className="muted">{t('chain.tree.again')}</span> : null}
      {isSelf ? null : (
        <span className="repeat-sentence truncate muted" dir="auto" title={sentence}>
          {sentence}
        </span>
      )}
    </div>
  );
}
