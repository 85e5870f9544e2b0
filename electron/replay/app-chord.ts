import type { Input } from 'electron';
import type { ReplayKey } from '#shared/model/replay.ts';

/** Chords that edit and move in any text, that zoom, and that end the program: those keep their meaning everywhere. */
const kept = new Set(['a', 'c', 'v', 'x', 'y', 'z', 'q', '+', '-', '=', '0']);

/**
 * The key as the window knows it, when it is one of the app's and not the page's: chords with Ctrl or Command and a
 * character, Alt with an arrow, F1; F6 leaves the page. Null for anything else.
 */
export function appChord(input: Pick<Input, 'type' | 'key' | 'code' | 'control' | 'shift' | 'alt' | 'meta'>): ReplayKey | null {
  if (input.type !== 'keyDown') return null;
  const { key, code, control: ctrl, shift, alt, meta } = input;
  const pressed = { key, code, ctrl, shift, alt, meta };
  if (key === 'F1' || key === 'F6') return pressed;
  const mod = ctrl || meta;
  if (alt && !mod) return key === 'ArrowLeft' || key === 'ArrowRight' ? pressed : null;
  return mod && [...key].length === 1 && !kept.has(key.toLowerCase()) ? pressed : null;
}
