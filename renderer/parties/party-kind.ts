import { builtInPartyKinds } from '#shared/model/parties.ts';
import { t } from '../messages/index.ts';

type BuiltIn = (typeof builtInPartyKinds)[number];

const isBuiltIn = (kind: string): kind is BuiltIn => (builtInPartyKinds as readonly string[]).includes(kind);

/** A kind in words: the interface's for those built in, the case's own for its own. */
export function partyKindWords(kind: string): string {
  return isBuiltIn(kind) ? t(`party.kind.${kind}`) : kind;
}
