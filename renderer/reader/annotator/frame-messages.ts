/**
 * What the window and the script in a frozen snapshot say to each other. Places are counted in the page's characters
 * that are not white space. The window parses every word from the frame (parse-frame-message.ts): a page is hostile.
 */
import type { IndexRange } from '../surface/text-surface.ts';
import type { PaintName } from '../surface/paint.ts';

export type FrameRect = { left: number; top: number; right: number; bottom: number };
/** Part of a picture, in percent of it. */
export type FrameArea = { x: number; y: number; width: number; height: number };
/** An area passage to draw: the CSS selector of its picture, and what it is called. */
export type MarkedArea = FrameArea & { id: string; element: string; label: string; isClaimed: boolean; isActive: boolean };
/** Words the script shows, in the person's language; it has none of its own. */
export type FrameWords = { markAll: string; drawBox: string; pictureTools: string; pictureBox: string };

export type FromFrame =
  /** How many characters the page shows; the window compares it with the canonical text. */
  | { type: 'ready'; total: number }
  | ({ type: 'selected'; rect: FrameRect } & IndexRange)
  | { type: 'unselected' }
  /** A press on the character with this index. */
  | { type: 'pressed'; index: number; rect: FrameRect }
  /** The pointer rests on marked words, or (`null`) no longer does. */
  | { type: 'hovered'; index: number | null; rect: FrameRect }
  /** The character in view, and how far down the frame it stands (0 to 1). */
  | { type: 'at'; index: number; fraction: number }
  /** What was to be revealed is on the page, but its style hides it. */
  | { type: 'unseen' }
  /** A part of a picture has been chosen to be marked. */
  | ({ type: 'area'; element: string; rect: FrameRect } & FrameArea)
  | { type: 'area-pressed'; id: string }
  /** What an area passage shows, small, as a `data:` address. */
  | { type: 'crop'; id: string; picture: string }
  /** The page has no picture that could be marked. */
  | { type: 'no-pictures' }
  /** A key the window may know, when the focus is in the frame. */
  | { type: 'key'; key: string; code: string; ctrl: boolean; shift: boolean; alt: boolean; meta: boolean };

export type ToFrame =
  | { type: 'paint'; name: PaintName; ranges: IndexRange[] }
  | ({ type: 'reveal' } & IndexRange)
  /** Scrolls so that a character stands as far down as it did elsewhere. */
  | { type: 'go'; index: number; fraction: number }
  | { type: 'clear-selection' }
  | { type: 'colours'; css: string; areas: string }
  | { type: 'words'; words: FrameWords }
  | { type: 'areas'; areas: MarkedArea[] }
  | { type: 'reveal-area'; id: string }
  /** Puts a box on the first picture in view, to be moved with the keyboard. */
  | { type: 'choose-picture' };
