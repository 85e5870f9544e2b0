/** The surfaces now on screen that show parts of one canonical text, and the way between them and its offsets. */
import { wholeCodePoints } from '#shared/anchoring/code-points.ts';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { nonSpaceMap, type NonSpaceMap } from '#shared/anchoring/non-space-map.ts';
import { characterAt } from './character-at.ts';
import { createPainter, paintNames, type Painter, type PaintName } from './paint.ts';
import { rangeIndex, type RangeIndex } from './range-index.ts';
import { domRanges, indexesOf, indexOfBoundary, readSurface, type IndexRange, type TextSurface } from './text-surface.ts';
import { translateRange } from './translate-range.ts';

/** Ranges of the canonical text to draw, by what they are. */
export type Paint = Partial<Record<PaintName, readonly TextRange[]>>;
/** Words a person selected: offsets into the canonical text, and where they are in the window (CSS pixels). */
export type WordsSelection = TextRange & { quote: string; rect: DOMRect | null };

/**
 * `from`: the surface's first character, counted in the canonical text. `odd`: the surface holds other characters than
 * the text. `painter`: its own, so that a list that scrolls draws what comes into view and nothing else.
 */
type Placed = { surface: TextSurface; range: TextRange; from: number; odd: boolean; painter: Painter };

export class SurfaceSet {
  readonly text: string;
  #counted: NonSpaceMap | null = null;
  readonly #placed = new Map<Element, Placed>();
  #paint: Paint = {};
  readonly #drawn = new Map<PaintName, RangeIndex>();
  #revealing: TextRange | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Counted when the first words are laid, not before: a long text takes a while. */
  get #map(): NonSpaceMap {
    return (this.#counted ??= nonSpaceMap(this.text));
  }

  /** Adds an element whose words are the canonical text from `range.start` to `range.end`. */
  add(element: Element, range: TextRange): void {
    const surface = readSurface(element);
    const from = this.#map.before(range.start);
    const odd = surface.total !== this.#map.before(range.end) - from;
    const placed = { surface, range, from, odd, painter: createPainter() };
    this.#placed.set(element, placed);
    for (const name of this.#drawn.keys()) this.#draw(placed, name);
    this.#revealNow();
  }

  remove(element: Element): void {
    this.#placed.get(element)?.painter.clear();
    this.#placed.delete(element);
  }

  /** Draws what differs from before; a name whose list is the same array is left alone. */
  paint(paint: Paint): void {
    const changed = paintNames.filter((name) => paint[name] !== this.#paint[name]);
    this.#paint = paint;
    for (const name of changed) {
      this.#drawn.set(name, rangeIndex(paint[name] ?? []));
      for (const placed of this.#placed.values()) this.#draw(placed, name);
    }
  }

  clear(): void {
    for (const { painter } of this.#placed.values()) painter.clear();
    this.#placed.clear();
  }

  /** What is selected now, when it lies in these surfaces. */
  selection(): WordsSelection | null {
    const selection = document.getSelection();
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const parts = [...this.#placed.values()].flatMap((placed) => this.#toText(placed, indexesOf(placed.surface, range)) ?? []);
    if (parts.length === 0) return null;
    const start = Math.min(...parts.map((part) => part.start));
    const end = Math.max(...parts.map((part) => part.end));
    const whole = wholeCodePoints(this.text, start, end);
    return { ...whole, quote: this.text.slice(whole.start, whole.end), rect: range.getBoundingClientRect() };
  }

  /** The character a point of the window lies on, and where it is; null where there is no letter. */
  characterAt(x: number, y: number): { offset: number; rect: DOMRect } | null {
    const found = characterAt(x, y);
    const offset = found === null ? null : this.#offsetOf(found.node, found.offset);
    return found === null || offset === null ? null : { offset, rect: found.rect };
  }

  /** The character nearest to a point of the window, and where it is; null outside these surfaces. */
  characterNear(x: number, y: number): { offset: number; rect: DOMRect } | null {
    const caret = document.caretRangeFromPoint(x, y);
    const offset = caret === null ? null : this.#offsetOf(caret.startContainer, caret.startOffset);
    return caret === null || offset === null ? null : { offset, rect: caret.getBoundingClientRect() };
  }

  #offsetOf(container: Node, offset: number): number | null {
    for (const placed of this.#placed.values()) {
      if (!placed.surface.root.contains(container)) continue;
      const first = indexOfBoundary(placed.surface, container, offset);
      return this.#toText(placed, { first, last: first + 1 })?.start ?? null;
    }
    return null;
  }

  /** Scrolls to the words, now or as soon as a surface that shows them is added. */
  reveal(range: TextRange): void {
    this.#revealing = range;
    this.#revealNow();
  }

  #revealNow(): void {
    const first = this.#revealing === null ? undefined : this.domRanges(this.#revealing)[0];
    if (first === undefined) return;
    this.#revealing = null;
    const element = first.startContainer.parentElement;
    // Two frames: what was just added has its size only after layout, and lists correct themselves once more.
    requestAnimationFrame(() => requestAnimationFrame(() => element?.scrollIntoView({ block: 'center', inline: 'nearest' })));
  }

  /** What shows a range of the text on screen now. */
  domRanges(range: TextRange): Range[] {
    return [...this.#placed.values()].flatMap((placed) => this.#domRangesIn(placed, range));
  }

  #domRangesIn(placed: Placed, range: TextRange): Range[] {
    const indexes = this.#toSurface(placed, range);
    return indexes === null ? [] : domRanges(placed.surface, indexes);
  }

  #draw(placed: Placed, name: PaintName): void {
    const near = this.#drawn.get(name)?.overlapping(placed.range.start, placed.range.end) ?? [];
    placed.painter.paint(
      name,
      near.flatMap((range) => this.#domRangesIn(placed, range)),
    );
  }

  #toText(placed: Placed, indexes: IndexRange | null): TextRange | null {
    if (indexes === null) return null;
    if (placed.odd) return this.#toOddText(placed, indexes);
    return {
      start: this.#map.at(placed.from + indexes.first),
      end: this.#map.at(placed.from + indexes.last - 1) + 1,
    };
  }

  #toSurface(placed: Placed, { start, end }: TextRange): IndexRange | null {
    const from = Math.max(start, placed.range.start);
    const to = Math.min(end, placed.range.end);
    if (to <= from) return null;
    if (placed.odd) return this.#toOddSurface(placed, { start: from, end: to });
    const first = this.#map.before(from) - placed.from;
    const last = this.#map.before(to) - placed.from;
    return last > first ? { first, last } : null;
  }

  #toOddText({ surface, range }: Placed, indexes: IndexRange): TextRange | null {
    const shown = shownText(surface);
    const found = translateRange(shown, bare(this.text.slice(range.start, range.end)), {
      start: indexes.first,
      end: indexes.last,
    });
    const from = this.#map.before(range.start);
    return found === null ? null : { start: this.#map.at(from + found.start), end: this.#map.at(from + found.end - 1) + 1 };
  }

  #toOddSurface({ surface, range, from }: Placed, wanted: TextRange): IndexRange | null {
    const slice = bare(this.text.slice(range.start, range.end));
    const found = translateRange(slice, shownText(surface), {
      start: this.#map.before(wanted.start) - from,
      end: this.#map.before(wanted.end) - from,
    });
    return found === null ? null : { first: found.start, last: found.end };
  }
}

const bare = (text: string) => text.replace(/\s+/gu, '');
const shownText = (surface: TextSurface) => bare(surface.nodes.map((node) => node.data).join(''));
