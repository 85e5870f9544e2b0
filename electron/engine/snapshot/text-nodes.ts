import { excludedElements } from '#shared/anchoring/text-rules.ts';
import { isElement, isText, localName } from './html-tree.ts';
import type { HtmlDocument, HtmlNode, HtmlParent, HtmlText } from './html-tree.ts';

/** The text nodes that make the canonical text, in its order (snapshot-text.ts); iteratively, as pages may be very deep. */
export function* textNodes(document: HtmlDocument): Generator<HtmlText> {
  const stack: { node: HtmlParent; next: number }[] = [{ node: document, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child: HtmlNode | undefined = top.node.childNodes[top.next++];
    if (child === undefined) stack.pop();
    else if (isText(child)) yield child;
    else if (isElement(child) && !excludedElements.has(localName(child))) stack.push({ node: child, next: 0 });
  }
}
