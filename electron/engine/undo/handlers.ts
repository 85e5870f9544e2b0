import type { CaseHandlers } from '../handlers.ts';
import { listUndoable, turnRound } from './turn-round.ts';

export const undoCalls = {
  'acts.undoable': listUndoable,
  'acts.undo': (ctx) => turnRound(ctx, 'undo'),
  'acts.redo': (ctx) => turnRound(ctx, 'redo'),
} satisfies Partial<CaseHandlers>;
