/** Words of taking back and doing again. */
export const undoMessages = {
  'undo.group': 'Undo',
  'undo.do': 'Undo the last act on passages or claims',
  'undo.redo': 'Do again what was undone',
  'undo.what': '{action}{count, plural, one {} other { ({count} entries)}}',
  'undo.undo.done': 'Undone: {what}',
  'undo.redo.done': 'Done again: {what}',
  'undo.undo.nothing': 'There is nothing to undo',
  'undo.redo.nothing': 'There is nothing to do again',
  'undo.nothing.text':
    'What was done to passages, claims, evidence, incidents, parties and grades since the case was opened can be undone.',
  'undo.kept': 'Both acts stand in the journal.',
} as const;
