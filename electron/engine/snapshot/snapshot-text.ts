import { blockElements, cellElements, excludedElements } from '#shared/anchoring/text-rules.ts';
import { isElement, isText, localName } from './html-tree.ts';
import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';
import { TextWriter } from './text-writer.ts';

export type TextRange = { start: number; end: number };

/** `ranges`: for each element that itself holds words, the range those words take in the text. */
export type SnapshotText = { text: string; ranges: Map<HtmlElement, TextRange> };

/** Told of the walk as it goes: an element entered (`at`: offset the next words would have at the earliest) and left, words met. */
export type TextVisitor = { enter(element: HtmlElement, at: number): void; leave(): void; words(range: TextRange): void };

/**
 * The canonical text of a frozen page: every text node in document order except under the excluded elements
 * (shared/anchoring/text-rules.ts), blocks on lines of their own, white space collapsed. Hidden text is text: what a
 * style hides depends on the window; what the page says does not.
 */
export function snapshotText(document: HtmlDocument, visitor?: TextVisitor): SnapshotText {
  const writer = new TextWriter();
  const ranges = new Map<HtmlElement, TextRange>();
  const parents: { node: HtmlParent; next: number }[] = [{ node: document, next: 0 }];
  for (let top = parents.at(-1); top; top = parents.at(-1)) {
    const child: HtmlNode | undefined = top.node.childNodes[top.next++];
    if (child === undefined) {
      parents.pop();
      separate(writer, top.node);
      if (isElement(top.node)) visitor?.leave();
    } else if (isText(child)) {
      const range = writer.text(child.value);
      note(ranges, top.node, range);
      if (range !== null) visitor?.words(range);
    } else if (isElement(child) && !excludedElements.has(localName(child))) {
      separate(writer, child);
      visitor?.enter(child, writer.length);
      parents.push({ node: child, next: 0 });
    }
  }
  return { text: writer.toString(), ranges };
}

function separate(writer: TextWriter, node: HtmlParent): void {
  if (!isElement(node)) return;
  const name = localName(node);
  if (blockElements.has(name)) writer.block();
  else if (cellElements.has(name)) writer.space();
}

function note(ranges: Map<HtmlElement, TextRange>, parent: HtmlParent, range: TextRange | null): void {
  if (!range || !isElement(parent)) return;
  const known = ranges.get(parent);
  if (known) known.end = range.end;
  else ranges.set(parent, range);
}
