/**
 * The one place that words what a table's rows are refused for, and what is worth knowing of those that are not, for the
 * window and the command line. `{name}` stands for a fact. English; other languages get a table of the same shape.
 */
import type { RowRemark } from './model/tables.ts';

const wordings: Record<string, string> = {
  cells: 'The row has {found} cells, and the head {expected}. A delimiter may stand unquoted in a cell.',
  number: '“{value}” is no number. Write it with digits and a point: 1236 or 35.95.',
  entry: 'The part “{part}” has no name. Write name=value, with | between parts and one entry a line.',
  'entry-key': 'There is no “{key}” in such a list; it has {known}.',
  value: 'This cannot be: {problem}.',
  choice: 'It is none of: {values}.',
  term: 'A term is written in lower case and is no longer than 60 letters.',
  missing: 'It is empty, and must not be.',
  least: 'It must not be less than {least}.',
  most: 'It must not be more than {most}.',
  'too-long': 'It is longer than {most} characters.',
  'too-many': 'There are more than {most} of them.',
  type: 'Something of another kind is expected here: {expected}.',
  'not-an-id': 'It is no id, which looks like 0199b000-0000-7000-8000-000000000000.',
  nul: 'It holds a NUL character, which is no text. Take it out.',
  'no-record': 'It is no record in braces.',
  'unknown-key': 'No field is called so.',
  'yes-or-no': '“{value}” is neither yes nor no.',
  'place-name': 'A place needs a name. Say where the coordinates are, as the source does.',
  'unknown-party': 'No party is called “{name}”. Make it first, correct the name, or let unknown parties be made.',
  'ambiguous-party': '{count} parties are called “{name}”. Write the one that is meant with its id: {candidates}',
  'party-merged': '{name} was found to be {into}, and is not named any more. Name {into}.',
  'party-removed': 'The party {name} was removed from this case.',
  'unknown-incident': 'There is no incident {code}. Import or make it first.',
  'incident-removed': 'The incident {code} was removed from this case.',
  'unknown-item': 'The source {id} is not in this case. Keep it first, or take it out of the chain.',
  'item-removed': 'The source {id} was removed from this case.',
  'unknown-passage': 'The passage {id} is not in this case. Bring its source and passage first, or take the evidence out of the row.',
  'passage-removed': 'The passage {id} was removed from this case. Take the evidence out of the row, or mark the words again.',
  'unknown-claim': 'The claim {id} is neither in this case nor in this file.',
  'evidence-twice': 'The passage {id} stands there twice with the stance {stance}.',
  'to-itself': 'It {relation} itself.',
  'link-cycle': 'That would make a circle: {path}.',
  'leads-to-refused': 'It leads to the row in line {line}, which cannot be imported.',
  'removed-here': '{id} was removed from this case and is not brought back by a file. Take the removal back, or leave the id empty.',
  'code-removed': 'The code {code} belonged to an incident that was removed. A code means one incident for ever.',
  'code-taken': 'The code {code} belongs to the incident {id}. Correct the code or the id.',
  'ambiguous-row': '{count} parties are called “{name}”. Write the id of the one that is meant: {candidates}',
  duplicate: 'The same stands in line {line} already.',
  'unknown-field': 'The case has no field “{name}”. Add it to the vocabulary first, or leave the column out.',
  'field-value': '“{name}” is a field of the type {type} and cannot hold this. {options}',
  'coarse-column': 'These columns hold less of it than the case does. Change it in Holdfast, or by Holdfast’s own columns.',
  formula: 'A spreadsheet would run this cell. It is kept as text: {value}',
  'party-by-name': 'Found by its name: {name}',
  'creates-party': 'Makes the party {name}',
  'own-word': 'A word of the case’s own: {word}',
  'already-there': 'Already there',
};

/** A remark in words. */
export function rowWords({ code, facts }: Pick<RowRemark, 'code' | 'facts'>): string {
  const text = (wordings[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  return text.trim();
}

/** What the fields of a row are called, where a column set has no home for them. */
const fieldWords: Record<string, string> = {
  act: 'act',
  modality: 'modality',
  quantities: 'quantities',
  speaker: 'speaker',
  via: 'via chain',
  when: 'date',
  saidAt: 'date said',
  place: 'place',
  secondaryPlaces: 'secondary places',
  cause: 'cause',
  parties: 'parties',
  victims: 'victims',
  incident: 'incident',
  relations: 'relations',
  evidence: 'evidence',
  note: 'note',
  extra: 'the case’s own fields',
  aliases: 'other names',
  kind: 'kind',
  id: 'id',
};

export const tableFieldWords = (field: string): string => fieldWords[field] ?? field;
