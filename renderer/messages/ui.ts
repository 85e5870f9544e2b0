/** Words of the parts every place is built from. */
export const uiMessages = {
  'ui.close': 'Close',
  'ui.cancel': 'Cancel',
  'ui.save': 'Save',
  'ui.retry': 'Try again',
  'ui.reason': 'Reason',
  'ui.reason.hint': 'The journal keeps the reason with your name and the time.',
  'ui.notices': 'Notices',
  'ui.tags.known': 'Tags in use',
  'ui.tags.remove': 'Remove the tag {tag}',
  'ui.copied': 'Copied',
  'ui.digest.copy': 'Copy the whole hash',
  'ui.loading': 'Loading',
} as const;
