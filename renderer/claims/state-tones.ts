import type { Passage } from '#shared/model/passages.ts';
import type { ChipTone } from '../ui/chip.tsx';

/** The colour that repeats how surely a passage was found again. */
export const stateTones: Record<Passage['state'], ChipTone> = { exact: 'proved', moved: 'pending', approximate: 'pending', lost: 'broken' };
