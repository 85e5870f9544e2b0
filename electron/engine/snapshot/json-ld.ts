/** What Holdfast reads from schema.org markup; empty strings where the page says nothing. */
export type ArticleMarkup = Record<
  'type' | 'headline' | 'author' | 'publisher' | 'datePublished' | 'dateModified' | 'description' | 'inLanguage',
  string
>;

const longestBlock = 1_000_000;
const mostNodes = 2000;
/** schema.org types of a page that reports something, most specific first. */
const wanted =
  /^(Reportage|Analysis|Opinion|Background|Live|Satirical|Review)?(NewsArticle|Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|VideoObject|WebPage)$/;

type JsonObject = Record<string, unknown>;

/** Reads JSON-LD blocks as pages write them: arrays, `@graph`, nested, half of them broken. Never throws. */
export function readJsonLd(blocks: readonly string[]): ArticleMarkup {
  const nodes = blocks.flatMap(parseBlock);
  const best = nodes.map((node) => ({ node, rank: rankOf(node) })).filter((one) => one.rank > 0).sort((a, b) => b.rank - a.rank)[0]?.node; // prettier-ignore
  const byId = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])));
  const text = (key: string) => (best ? textOf(best[key]) : '');
  const names = (key: string) => (best ? namesOf(best[key], byId) : '');
  return {
    type: best ? (typesOf(best)[0] ?? '') : '',
    headline: text('headline') || text('name'),
    author: names('author') || names('creator'),
    publisher: names('publisher'),
    datePublished: text('datePublished') || text('uploadDate'),
    dateModified: text('dateModified'),
    description: text('description'),
    inLanguage: text('inLanguage'),
  };
}

function parseBlock(block: string): JsonObject[] {
  if (block.length > longestBlock) return [];
  try {
    return flatten(JSON.parse(block.replace(/^\s*(<!--|\/\/<!\[CDATA\[)|(-->|\/\/\]\]>)\s*$/g, '')));
  } catch {
    // A page's own markup may be malformed; it is then no source of metadata.
    return [];
  }
}

function flatten(root: unknown): JsonObject[] {
  const nodes: JsonObject[] = [];
  const queue: unknown[] = [root];
  for (let index = 0; index < queue.length && nodes.length < mostNodes; index++) {
    const value = queue[index];
    if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, mostNodes));
    else if (value && typeof value === 'object') {
      const node = value as JsonObject;
      nodes.push(node);
      queue.push(node['@graph'], node['mainEntity'], node['mainEntityOfPage']);
    }
  }
  return nodes;
}

function typesOf(node: JsonObject): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string').map((one) => one.replace(/^https?:\/\/schema\.org\//, ''));
} // prettier-ignore

function rankOf(node: JsonObject): number {
  const type = typesOf(node).find((one) => wanted.test(one));
  if (!type) return 0;
  if (/NewsArticle$/.test(type)) return 4;
  if (/^VideoObject$/.test(type)) return 2;
  return type === 'WebPage' ? 1 : 3;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return textOf(value[0]);
  if (value && typeof value === 'object') return textOf((value as JsonObject)['@value'] ?? (value as JsonObject)['name']);
  return '';
}

function namesOf(value: unknown, byId: Map<string, JsonObject>): string {
  const all = Array.isArray(value) ? value.slice(0, 20) : [value];
  const names = all.map((one) => {
    if (one && typeof one === 'object') {
      const node = one as JsonObject;
      const known = typeof node['@id'] === 'string' ? byId.get(node['@id']) : undefined;
      return textOf(node['name'] ?? known?.['name']);
    }
    return textOf(one);
  });
  return [...new Set(names.filter((name) => name !== ''))].join(', ');
}
