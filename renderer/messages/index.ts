/** Every word on screen. A feature's words stand in its own file here; this file only puts them together. */
import { areaMessages } from './areas.ts';
import { backupMessages } from './backup.ts';
import { benchMessages } from './bench.ts';
import { annotationMessages } from './annotations.ts';
import { captureMessages } from './captures.ts';
import { claimPageMessages } from './claim-page.ts';
import { claimMessages } from './claims.ts';
import { claimsTableMessages } from './claims-table.ts';
import { custodyMessages } from './custody.ts';
import { formatMessage, type Values } from './format-message.ts';
import { gradeMessages } from './grades.ts';
import { gapMessages } from './gaps.ts';
import { handsOnMessages } from './hands-on.ts';
import { incidentMapMessages } from './incident-map.ts';
import { incidentPageMessages } from './incident-page.ts';
import { incidentMessages } from './incidents.ts';
import { journalMessages } from './journal.ts';
import { libraryMessages } from './library.ts';
import { linkMessages } from './links.ts';
import { mediaMessages } from './media.ts';
import { mergeMessages } from './merges.ts';
import { networkMessages } from './network.ts';
import { ocrMessages } from './ocr.ts';
import { partyMessages } from './parties.ts';
import { passagePanelMessages } from './passage-panel.ts';
import { passagesMessages } from './passages.ts';
import { pdfMessages } from './pdf.ts';
import { queueMessages } from './queue.ts';
import { readerMessages } from './reader.ts';
import { redactionMessages } from './redactions.ts';
import { replayMessages } from './replay.ts';
import { sealMessages } from './seals.ts';
import { searchMessages } from './search.ts';
import { selectionMessages } from './selection.ts';
import { shellMessages } from './shell.ts';
import { tableMessages } from './tables.ts';
import { timelineMessages } from './timeline.ts';
import { transcriptMessages } from './transcripts.ts';
import { uiMessages } from './ui.ts';
import { undoMessages } from './undo.ts';
import { versionMessages } from './versions.ts';
import { vocabularyMessages } from './vocabulary.ts';
import { welcomeMessages } from './welcome.ts';

const english = {
  ...uiMessages,
  ...annotationMessages,
  ...undoMessages,
  ...shellMessages,
  ...welcomeMessages,
  ...libraryMessages,
  ...captureMessages,
  ...handsOnMessages,
  ...readerMessages,
  ...transcriptMessages,
  ...areaMessages,
  ...benchMessages,
  ...pdfMessages,
  ...redactionMessages,
  ...replayMessages,
  ...searchMessages,
  ...custodyMessages,
  ...backupMessages,
  ...sealMessages,
  ...selectionMessages,
  ...journalMessages,
  ...claimMessages,
  ...claimsTableMessages,
  ...claimPageMessages,
  ...gradeMessages,
  ...incidentMessages,
  ...incidentPageMessages,
  ...incidentMapMessages,
  ...timelineMessages,
  ...networkMessages,
  ...gapMessages,
  ...linkMessages,
  ...mediaMessages,
  ...mergeMessages,
  ...ocrMessages,
  ...partyMessages,
  ...passagePanelMessages,
  ...passagesMessages,
  ...queueMessages,
  ...tableMessages,
  ...versionMessages,
  ...vocabularyMessages,
} as const;

export type MessageKey = keyof typeof english;

/** The message in the person's language, with its values put in. */
export function t(key: MessageKey, values: Values = {}): string {
  return formatMessage(english[key], values, 'en');
}

/** Whether there is a message by a name made at run time, such as one for a file's role. */
export function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}
