import type { ProofState } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { Chip, type ChipTone } from '../ui/chip.tsx';

const tones: Record<ProofState, ChipTone> = { kept: 'plain', verified: 'proved', partial: 'pending', altered: 'broken', missing: 'broken' };

/** How far the bytes of an item can be vouched for, in words. */
export function ProofChip({ state }: { state: ProofState }) {
  return (
    <Chip tone={tones[state]} title={`${t(`library.proof.${state}.hint`)} ${t('library.proof.limits')}`}>
      {t(`library.proof.${state}`)}
    </Chip>
  );
}
