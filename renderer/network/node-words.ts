import type { NetworkNode } from '#shared/model/network.ts';
import { t } from '../messages/index.ts';
import { openItem, openParty } from '../shell/session.ts';
import type { FoldedNode } from './fold-network.ts';

/** What a node is called. */
export function nameOf(node: Pick<NetworkNode, 'kind' | 'label'>): string {
  return node.kind === 'unnamed' ? t('network.unnamed') : node.label;
}

/** What stands under the name: only what is more than nothing. */
export function countsOf({ says, handsOn }: Pick<NetworkNode, 'says' | 'handsOn'>): string {
  if (says > 0 && handsOn > 0) return t('network.counts', { says, handsOn });
  if (says > 0) return t('network.counts.says', { says });
  return handsOn > 0 ? t('network.counts.hands-on', { handsOn }) : t('network.counts.none');
}

export function foldedWords({ source, members }: FoldedNode): string {
  return t(source === null ? 'network.folded.alone' : 'network.folded', { count: members.length });
}

/** Opens the record behind a node; nobody named has none. */
export function openNode({ id, kind }: Pick<NetworkNode, 'id' | 'kind'>): void {
  if (kind === 'party') openParty(id);
  else if (kind === 'item') openItem(id);
}
