/** Words of search. */
export const searchMessages = {
  'search.title': 'Results for “{words}”',
  'search.count': '{count, plural, =0 {Nothing found} one {# place found} other {# places found}}',
  'search.kinds': 'Where to look',
  'search.kind.all': 'Everywhere',
  'search.kind.item': 'Sources',
  'search.kind.passage': 'Passages',
  'search.kind.claim': 'Claims',
  'search.hit.item': 'Source',
  'search.hit.passage': 'Passage',
  'search.hit.claim': 'Claim',
  'search.list': 'Found',
  'search.empty.title': 'Nothing holds these words',
  'search.empty.text': 'All words must stand in one place; the last may be unfinished. Try fewer words, or another spelling.',
  'search.blank.title': 'Search the case',
  'search.blank.text': 'Words are looked for in the text of sources, in passages with their comments and tags, and in claims.',
} as const;
