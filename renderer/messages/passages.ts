/** Words of the passages place. */
export const passagesMessages = {
  'passages.title': 'Passages',
  'passages.tag': 'Only with the tag',
  'passages.tag.clear': 'Show all passages',
  'passages.column.quote': 'Passage',
  'passages.column.item': 'Source',
  'passages.column.tags': 'Tags',
  'passages.column.claims': 'Claims',
  'passages.column.state': 'State',
  'passages.empty.title': 'No passages yet',
  'passages.empty.text': 'Open a source, select words and press P to keep them as a passage, or C to make a claim of them.',
  'passages.empty.tag.title': 'No passage has this tag',
  'passages.empty.tag.text': 'Tags are written in the inspector of a passage.',
  'passages.claim': 'Make a claim',
  'passages.open': 'Show in the source',
  'passages.do.claim': 'Make a claim of the selected passage',
} as const;
