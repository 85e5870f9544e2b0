import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';

/** A date as it is kept, with its words on hover. */
export function SaidOn({ saidAt }: { saidAt: string | null }) {
  if (saidAt === null) return <span className="faint">{t('claims.undated')}</span>;
  return <span title={saidAt}>{edtfWords(saidAt)}</span>;
}

/** How many passages a claim stands on; none is a gap. */
export function EvidenceCount({ claim }: { claim: Pick<Claim, 'evidence'> }) {
  const count = new Set(claim.evidence.map((link) => link.passageId)).size;
  return <Chip tone={count === 0 ? 'pending' : 'plain'}>{t('claims.passages', { count })}</Chip>;
}
