import { parse, type CssNode, type Selector } from 'css-tree';
import { HoldfastError } from '#shared/errors.ts';
import { nthOfType, parentOf } from './element-path-of.ts';
import { elementsOf, getAttribute, isElement, localName } from './html-tree.ts';
import type { HtmlDocument, HtmlElement } from './html-tree.ts';

/** Longer ones name nothing a person pointed at. */
const LONGEST = 20_000;

type Step = { tests: ((element: HtmlElement) => boolean)[]; /** How it hangs on the step before it. */ combinator: ' ' | '>' | '+' | '~' };

/**
 * Elements of a page that a CSS selector names, at most `most`. What selectors of annotations are made of is
 * understood: types, `#id`, `.class`, `[attribute=value]`, `:nth-child(n)`, `:nth-of-type(n)`, `:first-child`,
 * `:last-child`, and the four combinators; anything else is refused rather than guessed.
 * @throws HoldfastError wrong-input when it is no such selector
 */
export function selectElements(document: HtmlDocument, selector: string, most: number): HtmlElement[] {
  const steps = readSelector(selector);
  const found: HtmlElement[] = [];
  for (const element of elementsOf(document)) {
    if (matches(element, steps, steps.length - 1) && found.push(element) >= most) break;
  }
  return found;
}

function matches(element: HtmlElement, steps: readonly Step[], at: number): boolean {
  const step = steps[at]!;
  if (!step.tests.every((test) => test(element))) return false;
  if (at === 0) return true;
  switch (step.combinator) {
    case '>': {
      const parent = parentOf(element);
      return parent !== null && matches(parent, steps, at - 1);
    }
    case '+': {
      const before = siblingsBefore(element)[0];
      return before !== undefined && matches(before, steps, at - 1);
    }
    case '~':
      return siblingsBefore(element).some((sibling) => matches(sibling, steps, at - 1));
    case ' ':
      for (let up = parentOf(element); up !== null; up = parentOf(up)) if (matches(up, steps, at - 1)) return true;
      return false;
  }
}

/** Element siblings before it, the nearest first. */
function siblingsBefore(element: HtmlElement): HtmlElement[] {
  const siblings = (element.parentNode?.childNodes ?? []).filter(isElement);
  return siblings.slice(0, siblings.indexOf(element)).reverse();
}

function readSelector(selector: string): Step[] {
  if (selector.length > LONGEST) throw refused('is too long');
  let list: CssNode;
  try {
    list = parse(selector, { context: 'selectorList' });
  } catch {
    throw refused('is not a CSS selector');
  }
  const only = list.type === 'SelectorList' && list.children.size === 1 ? list.children.first : null;
  if (only?.type !== 'Selector') throw refused('names more than one thing');
  return stepsOf(only);
}

function stepsOf(selector: Selector): Step[] {
  const steps: Step[] = [{ tests: [], combinator: ' ' }];
  for (const node of selector.children.toArray()) {
    if (node.type === 'Combinator') {
      if (!isCombinator(node.name)) throw refused(`uses ${node.name}, which is not understood here`);
      steps.push({ tests: [], combinator: node.name });
    } else steps.at(-1)!.tests.push(testOf(node));
  }
  if (steps.some(({ tests }) => tests.length === 0)) throw refused('is not a CSS selector');
  return steps;
}

const isCombinator = (name: string): name is Step['combinator'] => [' ', '>', '+', '~'].includes(name);

function testOf(node: CssNode): (element: HtmlElement) => boolean {
  switch (node.type) {
    case 'TypeSelector': {
      const name = unescaped(node.name).toLowerCase();
      return name === '*' ? () => true : (element) => localName(element) === name;
    }
    case 'IdSelector': {
      const id = unescaped(node.name);
      return (element) => getAttribute(element, 'id') === id;
    }
    case 'ClassSelector': {
      const name = unescaped(node.name);
      return (element) => (getAttribute(element, 'class') ?? '').split(/\s+/).includes(name);
    }
    case 'AttributeSelector': {
      if (node.matcher !== null && node.matcher !== '=') throw refused(`uses [${node.matcher}], which is not understood here`);
      const name = unescaped(node.name.name).toLowerCase();
      const value = node.value === null ? null : node.value.type === 'Identifier' ? unescaped(node.value.name) : node.value.value;
      return (element) => (value === null ? getAttribute(element, name) !== null : getAttribute(element, name) === value);
    }
    case 'PseudoClassSelector':
      return pseudoClass(node.name.toLowerCase(), node.children?.first ?? null);
    default:
      throw refused(`has a part (${node.type}) that is not understood here`);
  }
}

function pseudoClass(name: string, argument: CssNode | null): (element: HtmlElement) => boolean {
  const nth = argument?.type === 'Nth' && argument.nth.type === 'AnPlusB' && argument.nth.a === null ? Number(argument.nth.b) : null;
  if (name === 'nth-of-type' && nth !== null) return (element) => nthOfType(element) === nth;
  if (name === 'nth-child' && nth !== null) return (element) => siblingsBefore(element).length + 1 === nth;
  if (name === 'first-child') return (element) => siblingsBefore(element).length === 0;
  if (name === 'last-child') return (element) => (element.parentNode?.childNodes ?? []).filter(isElement).at(-1) === element;
  throw refused(`uses :${name}, which is not understood here`);
}

/** CSS Syntax 3, section 4.3.7. */
function unescaped(name: string): string {
  return name.replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, hex: string | undefined, plain: string | undefined) =>
    hex === undefined ? (plain ?? '') : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
}

function refused(problem: string): HoldfastError {
  return new HoldfastError('wrong-input', { name: 'passages.create', field: 'element', problem });
}
