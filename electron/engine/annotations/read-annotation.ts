/** One annotation as a file has it (Web Annotation Data Model, 2017-02-23) in the shape that is worked with. Pure. */
import { z } from 'zod';
import { selector as ourSelector, type Selector } from '#shared/model/passages.ts';

export type ReadTarget = {
  /** An address of the web, or null when the source is named by its hash or not at all. */
  url: string | null;
  sha256: string | null;
  selectors: Selector[];
};

export type ReadAnnotation = {
  id: string | null;
  creator: string | null;
  created: string | null;
  comment: string;
  tags: string[];
  language: string | null;
  translation: string | null;
  translator: string | null;
  targets: ReadTarget[];
  /** The item it was about in the case it was written in. */
  itemId: string | null;
};

const loose = z.looseObject({});
type Loose = z.infer<typeof loose>;

/** Null when it is no annotation: no object, or nothing it is about. */
export function readAnnotation(value: unknown): ReadAnnotation | null {
  const parsed = loose.safeParse(value);
  if (!parsed.success) return null;
  const one = parsed.data;
  const targets = listOf(one['target']).flatMap((target) => readTarget(target));
  if (targets.length === 0) return null;
  const bodies = listOf(one['body']).flatMap((body) => (isObject(body) ? [body] : []));
  const words = (body: Loose) => stringOf(body['value']) ?? '';
  const ofPurpose = (...purposes: (string | null)[]) => bodies.filter((body) => purposes.includes(stringOf(body['purpose'])));
  const translated = ofPurpose('holdfast:translating')[0];
  // Hypothesis writes its words and tags beside the body instead of in it.
  const plain = [stringOf(one['bodyValue']), stringOf(one['text'])].filter((text) => text !== null);
  return {
    id: stringOf(one['id']),
    creator: nameOf(one['creator']) ?? stringOf(one['user']),
    created: stringOf(one['created']),
    comment: [...ofPurpose('commenting', 'describing', 'replying', null).map(words), ...plain].filter((text) => text !== '').join('\n\n'),
    tags: [...ofPurpose('tagging').map(words), ...listOf(one['tags']).flatMap((tag) => stringOf(tag) ?? [])]
      .map((tag) => tag.trim().slice(0, 80))
      .filter((tag) => tag !== ''),
    language: stringOf(one['holdfast:language']),
    translation: translated === undefined ? null : words(translated),
    translator: translated === undefined ? null : (nameOf(translated['creator']) ?? '?'),
    targets,
    itemId: uuidOf(stringOf(one['holdfast:item'])),
  };
}

function readTarget(target: unknown): ReadTarget[] {
  if (typeof target === 'string') return [{ url: target, sha256: null, selectors: [] }];
  if (!isObject(target)) return [];
  const source = isObject(target['source']) ? stringOf(target['source']['id']) : (stringOf(target['source']) ?? stringOf(target['id']));
  const selectors = listOf(target['selector']).flatMap((one) => {
    const known = ourSelector.safeParse(withContext(one));
    return known.success ? [known.data] : [];
  });
  const sha256 = stringOf(target['holdfast:sha256']) ?? (source === null ? null : hashOfName(source));
  return [{ url: source !== null && /^https?:/i.test(source) ? source : null, sha256, selectors }];
}

/** Prefix and suffix may be left out (section 4.2.4). */
function withContext(selector: unknown): unknown {
  if (!isObject(selector)) return selector;
  if (selector['type'] === 'TextQuoteSelector') return { prefix: '', suffix: '', ...selector };
  if (selector['type'] === 'FragmentSelector') return { conformsTo: '', ...selector };
  return selector;
}

/** SHA-256 in hex of a named information address (RFC 6920, section 3), or null. */
export function hashOfName(source: string): string | null {
  const found = /^ni:\/\/\/sha-256;([A-Za-z0-9_-]{43})$/.exec(source)?.[1];
  return found === undefined ? null : Buffer.from(found, 'base64url').toString('hex');
}

export function uuidOf(urn: string | null): string | null {
  const found = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(urn ?? '')?.[1];
  return found !== undefined && z.uuid().safeParse(found).success ? found : null;
}

function nameOf(agent: unknown): string | null {
  const [first] = listOf(agent);
  if (typeof first === 'string') return first.slice(0, 200);
  return isObject(first)
    ? ((stringOf(first['name']) ?? stringOf(first['nickname']) ?? stringOf(first['id']))?.slice(0, 200) ?? null)
    : null;
}

function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
