/**
 * What the window and the script in a frozen snapshot say to each other. Places are counted in the page's characters
 * that are not white space. The window parses every word from the frame (parse-frame-message.ts): a page is hostile.
 */
import type { IndexRange } from '../surface/text-surface.ts';
import type { PaintName } from '../surface/paint.ts';

export type FrameRect = { left: number; top: number; right: number; bottom: number };

export type FromFrame =
  /** How many characters the page shows; the window compares it with the canonical text. */
  | { type: 'ready'; total: number }
  | ({ type: 'selected'; rect: FrameRect } & IndexRange)
  | { type: 'unselected' }
  /** A press on the character with this index. */
  | { type: 'pressed'; index: number }
  /** A key the window may know, when the focus is in the frame. */
  | { type: 'key'; key: string; code: string; ctrl: boolean; shift: boolean; alt: boolean; meta: boolean };

export type ToFrame =
  | { type: 'paint'; name: PaintName; ranges: IndexRange[] }
  | ({ type: 'reveal' } & IndexRange)
  | { type: 'clear-selection' }
  | { type: 'colours'; css: string };
