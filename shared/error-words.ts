/**
 * The one place that words errors, for the window and the command line: what went wrong, naming the thing, and what
 * the person can do. `{name}` stands for a fact of the error. English; other languages get a table of the same shape.
 */
import type { ErrorCode, ErrorData, ErrorFacts } from './errors.ts';

type Wording = { title: string; remedy: string };

const wordings: Record<ErrorCode, Wording> = {
  'wrong-input': { title: '{name} cannot take this: {field} {problem}', remedy: 'Correct {field} and try again.' },
  'unknown-call': { title: 'There is no call named {name}.', remedy: 'Check the spelling; the calls stand in shared/contract.ts.' },
  cancelled: { title: 'Cancelled.', remedy: 'What was kept before stays; start again to go on.' },
  'no-case-open': { title: 'No case is open.', remedy: 'Open a case or make a new one first.' },
  'case-not-found': { title: 'There is no folder {folder}.', remedy: 'Check the path, or whether the disk it lies on is connected.' },
  'case-exists': { title: '{folder} already holds a case.', remedy: 'Open it, or choose another folder for the new case.' },
  'not-a-case': {
    title: '{folder} is not a Holdfast case.',
    remedy: 'Choose a folder that holds case.sqlite; for a new case choose a new or empty folder. Nothing was changed.',
  },
  'case-locked': {
    title: '{folder} is in use by another Holdfast (process {pid} on {host}, since {since}).',
    remedy: 'Close it there, or open the case for reading only.',
  },
  'redaction-leak': {
    title: 'Withheld words still stand in {path} of the case file.',
    remedy: 'Withhold the passage, claim or source they stand in too, or redact it, and export again. Nothing was written.',
  },
  'redaction-leak-word': {
    title: 'A single word or number of what is withheld stands in {path} of the case file.',
    remedy:
      'Look whether it tells anything there. If it does, withhold that too; if it is a common word, allow single words and export again. Nothing was written.',
  },
  'export-nothing': {
    title: 'Nothing is chosen for the case file.',
    remedy: 'Choose incidents, claims or sources, or export the whole case.',
  },
  'export-unsealed': {
    title: 'What is chosen cannot be proved to be part of the case: {entries} entries of the journal are not sealed yet.',
    remedy: 'Open the case for writing and seal it, or export the whole case. Nothing was written.',
  },
  'writer-key-unusable': {
    title: 'The key that signs what you do cannot be used: {path} ({problem}).',
    remedy:
      'Restore that file from a backup. Or move it away: a new key is then made, and entries from now on carry that one. Nothing was written.',
  },
  'authority-certificate': {
    title: 'The trust anchor cannot be read: {problem}.',
    remedy: 'Paste the authority’s root certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE, or leave it out.',
  },
  'authority-none': {
    title: 'This case knows no timestamp authority.',
    remedy: 'Add one first: under Custody, Seals, Authorities; or with the call authorities.add.',
  },
  'case-newer': {
    title: '{folder} was made by a newer Holdfast (layout {found}; this one knows {known}).',
    remedy: 'Update Holdfast. The case was not changed.',
  },
  'case-damaged': {
    title: 'The database {path} is damaged and cannot be read.',
    remedy:
      'Do not write to this folder. Restore a backup of the case; without one, save what can be read of it into a new case (in a shell: holdfast repair).',
  },
  'backup-target': {
    title: '{path} is not empty and is no backup that Holdfast made.',
    remedy: 'Choose a new or empty folder, or the folder of an earlier backup of this case. Nothing in it was changed.',
  },
  'backup-other-case': {
    title: '{path} is the backup of another case, “{title}”.',
    remedy: 'Choose another folder for this one. Nothing in it was changed.',
  },
  'backup-diverged': {
    title: '{path} holds journal entries that this case does not have, from entry {seq} on.',
    remedy: 'The two went separate ways. Back this case up into another folder and keep both; nothing was overwritten.',
  },
  'backup-damaged': {
    title: 'The backup {path} cannot be relied on: {problem}.',
    remedy: 'Use another backup. If there is none, save what can be read of this one: holdfast repair {path} NEW-FOLDER.',
  },
  'backup-unfinished': {
    title: 'The backup {path} was never finished, so there is no whole case in it.',
    remedy: 'Use another backup, or open the case it was made from and back it up into the same folder again.',
  },
  'repair-nothing': {
    title: 'Nothing of a case could be read in {path}.',
    remedy: 'Choose the folder that holds case.sqlite or blobs/. Nothing was made and nothing was changed.',
  },
  'case-read-only': {
    title: '{folder} is open for reading only, so nothing can be changed.',
    remedy: 'Close the other Holdfast that writes to it, or make the folder writable, and open it again.',
  },
  'folder-not-writable': { title: 'Holdfast may not write to {path}.', remedy: 'Change the permissions of the folder or choose another.' },
  'disk-full': {
    title: 'The disk is full.',
    remedy: 'Free some space and repeat the last act. Everything kept before is whole; nothing half-written stays.',
  },
  'file-missing': { title: '{path} is not there.', remedy: 'Check the name, or whether the disk it lies on is connected.' },
  'file-unreadable': { title: '{path} cannot be read.', remedy: 'Check its permissions, copy it to this disk, and import the copy.' },
  'file-empty': { title: '{path} is empty.', remedy: 'Get the file again from where it came; there are no bytes to keep.' },
  'file-too-large': {
    title: '{path} is larger than {megabytes} MB.',
    remedy: 'Subtitles are smaller than that. Choose another file, or import this one as a source.',
  },
  'no-times': {
    title: 'No line of {path} has a time.',
    remedy:
      'If its letters look wrong, choose its encoding by hand. Else start a transcript from its lines and give each its time while the recording plays.',
  },
  'file-link': { title: '{path} is a link, not a file.', remedy: 'Import the file or folder that it points to.' },
  'file-special': { title: '{path} is a device, pipe or socket, not a file.', remedy: 'Copy what it gives into a file and import that.' },
  'file-changed': {
    title: '{path} changed while it was being read.',
    remedy: 'Wait until whatever writes it has finished, then import it again. Nothing of it was kept.',
  },
  'file-damaged': { title: '{path} is damaged, or is not what it seems ({reason}).', remedy: 'Get the file again from where it came.' },
  'pdf-damaged': {
    title: '{path} is not a PDF that can be read; it is damaged or cut off.',
    remedy: 'Get the file again from where it came.',
  },
  'pdf-password': {
    title: '{path} asks for a password.',
    remedy: 'Open it in the reader and give the password there. It is used once and never kept.',
  },
  'pdf-password-wrong': {
    title: 'That password does not open {path}.',
    remedy: 'Try again; capital letters count. The pages stay kept as they are, opened or not.',
  },
  'pdf-no-text': {
    title: '{path} holds no words that can be read.',
    remedy: 'Mark areas of its pages instead.',
  },
  'media-unreadable': {
    title: '{path} holds no video or sound that can be read.',
    remedy: 'Get the file again, or import it under its true type.',
  },
  'image-too-large': {
    title: 'The picture has {megapixels} million pixels; pictures of up to {most} million can be adjusted.',
    remedy: 'Make a smaller picture of it first, and adjust that.',
  },
  'image-unreadable': {
    title: 'No picture could be made from {name}: {problem}',
    remedy: 'The file itself is kept unchanged. Open a copy of it in a program for its format, save it there as PNG, and import that too.',
  },
  'media-no-picture': {
    title: '{name} has no picture, only sound.',
    remedy: 'Mark times in it instead.',
  },
  'media-no-sound': {
    title: '{name} has no sound.',
    remedy: 'Nothing is missing: it can be watched and marked without.',
  },
  'frame-missing': {
    title: 'There is no frame at {seconds} seconds that can be decoded.',
    remedy: 'Step to another frame and try again. The recording may be damaged at this place; its bytes are kept as they are.',
  },
  'type-mismatch': {
    title: '{path} is named {extension} but holds {found}.',
    remedy: 'Give it the ending of what it is and import it again, if that is what you meant to keep.',
  },
  'archive-format': {
    title: '{path} is a web archive in the format {format}, which Holdfast does not read.',
    remedy: 'Convert it to WARC 1.0 or 1.1 and import that; keep the old file too, and note how it was converted.',
  },
  'archive-unsafe': {
    title: '{path} is a web archive that is not safe to open: {problem}.',
    remedy: 'Nothing of it was kept. Ask whoever made it how it came to be so, or for another copy.',
  },
  'text-encoding': { title: 'The characters of {path} cannot be told.', remedy: 'Save it as UTF-8 and import that copy too.' },
  'ocr-language': {
    title: 'There is no data for reading {language} in pictures on this computer.',
    remedy:
      'Choose another language, or put {language}.traineddata (Tesseract’s own name) into a folder and choose that folder in Settings.',
  },
  'ocr-language-broken': {
    title: 'The data for reading {language} in pictures cannot be used; it is damaged, or for an older Tesseract.',
    remedy: 'Get {language}.traineddata for Tesseract 4 or 5 again, or choose another language.',
  },
  'ocr-picture': {
    title: 'The picture {path} cannot be drawn, so no words can be read from it.',
    remedy: 'The file may be damaged or cut off. Get it again from where it came, or read a copy that another program can open.',
  },
  'ocr-picture-large': {
    title: 'The picture {path} is too large for the memory that is free now ({megapixels} megapixels).',
    remedy: 'Close other programs and try again, or import a smaller copy and read that.',
  },
  'ocr-source': {
    title: '{path} is {mediaType}; words are read from PDF, JPEG, PNG, WebP, GIF, AVIF and BMP.',
    remedy: 'Make a copy in one of these, import it, and read that; note in the case what it was made from.',
  },
  'ocr-pages': {
    title: '{path} has {pages} pages, so there is no page {page}.',
    remedy: 'Choose pages that it has.',
  },
  'redaction-region': {
    title: 'Place {number} of the redaction cannot be withheld: {problem}.',
    remedy: 'Correct or remove this place and make the copy again. Nothing was kept.',
  },
  'redaction-note': {
    title: 'The note of place {number} holds words that it withholds.',
    remedy: 'The log of redactions is handed on with the copy. Write the note without them.',
  },
  'redaction-failed': {
    title: 'No redacted copy of {path} was kept: {problem}.',
    remedy: 'Nothing was kept. Draw a box over the place instead of choosing words, or withhold the whole page or source.',
  },
  'helper-missing': { title: '{helper} was not found on this computer.', remedy: 'Install {helper}, or set {setting} to where it is.' },
  'helper-failed': { title: '{helper} failed on {path}: {problem}', remedy: 'The file may be damaged. Try to open it in another program.' },
  'helper-timeout': {
    title: '{helper} took longer than {seconds} seconds on {path} and was stopped.',
    remedy: 'Try again when the computer is less busy.',
  },
  'not-found': { title: 'There is no {kind} {id} in this case.', remedy: 'It may have been removed; look in the journal.' },
  'still-used': { title: 'This {kind} is still used ({by}: {count}).', remedy: 'Remove or move those first.' },
  'party-merged': {
    title: '{name} was found to be {into}, and is not named any more.',
    remedy: 'Name {into}, or take the merge back on its page. What named {name} before keeps doing so.',
  },
  'own-field': {
    title: 'The {subject}’s field “{field}” does not take this: {problem}.',
    remedy: 'Correct the value, or define the field under Vocabulary.',
  },
  'link-cycle': {
    title: 'That would make a circle: {path}.',
    remedy:
      'Nothing was linked. Where sources lean on each other, write it in the attribution chain of each claim; the network shows the circle.',
  },
  'already-exists': { title: 'There is already a {kind} {id}.', remedy: 'Use that one, or choose another name.' },
  'changed-since': {
    title: 'The {kind} {id} was changed since you read it, at {at} UTC.',
    remedy: 'Nothing was saved. Look at what it says now, then change it again.',
  },
  'bulk-refused': {
    title: 'The claim “{claim}” cannot be changed so: {problem}',
    remedy: 'None of the claims was changed. {remedy}',
  },
  'passage-unresolved': {
    title: 'The words “{quote}” do not stand in the text of this item.',
    remedy: 'Select the words in the reader, or copy them exactly.',
  },
  'passage-ambiguous': {
    title: 'The words “{quote}” stand {count} times in this item.',
    remedy: 'Give more of the words, or the words before and after, so that one place is meant.',
  },
  'blob-missing': {
    title: 'The kept file {sha256} is gone from the case.',
    remedy: 'Restore it from a backup of the case folder: copy it to {path}.',
  },
  'blob-altered': {
    title: 'The kept file {sha256} no longer has the bytes it had when it was kept.',
    remedy: 'Restore it from a backup of the case folder. Do not use the altered file as evidence.',
  },
  'url-invalid': { title: '{url} is not a web address.', remedy: 'Write it whole, such as https://example.org/page.' },
  'url-scheme': {
    title: 'Holdfast does not capture {scheme} addresses.',
    remedy: 'Give an address that starts with http:// or https://; import files from the disk instead.',
  },
  'url-refused': { title: '{url} cannot be reached: {problem}', remedy: 'Check the address and the connection, then capture again.' },
  'url-not-found': {
    title: '{url} answers {status}: the page is not there.',
    remedy: 'The case now records that it was gone on this date. Look for the page in a web archive.',
  },
  'url-status': {
    title: '{url} answers with status {status}.',
    remedy: 'The site may ask for a login or be out of order; try again later.',
  },
  'url-timeout': { title: '{url} did not finish within {seconds} seconds.', remedy: 'Try again, or give the capture more time.' },
  'url-failed': { title: '{url} could not be loaded: {problem}', remedy: 'Check the connection and capture again.' },
  'url-certificate': {
    title: 'The certificate of {url} is not valid: {problem}',
    remedy: 'The answer may not come from that site, so nothing was captured. Check the address.',
  },
  'url-too-large': {
    title: '{url} is larger than {megabytes} MB.',
    remedy: 'Allow the capture more, or download the file with a browser and import it. Nothing of it was kept.',
  },
  'download-cut': {
    title: 'The download of {url} broke off: {problem}',
    remedy: 'Check the connection and capture it again. Nothing of it was kept, because half a file is not the file.',
  },
  'capture-failed': { title: '{url} could not be captured: {problem}', remedy: 'Try again; nothing of it was kept.' },
  'session-busy': {
    title: 'The session of this case is in use by another capture.',
    remedy: 'Close the window you browse in, or wait until the running capture has ended; then try again.',
  },
  'nothing-shown': { title: 'There is no page on screen to keep.', remedy: 'Go to an address first, and wait until the page is there.' },
  'hands-on-open': {
    title: 'The window you browse in is still open.',
    remedy: 'Close that window first, or answer the question it asks.',
  },
  'network-off': { title: 'The network is switched off in Holdfast.', remedy: 'Switch it on in the settings to capture pages.' },
  'replay-unreadable': {
    title: '{name} cannot be replayed: it is damaged, cut off, or no WACZ or WARC archive.',
    remedy: 'Verify the case to learn whether its bytes are the ones kept. What else was kept of this source can still be seen.',
  },
  'replay-empty': {
    title: '{name} names no page that could be shown.',
    remedy: 'Its records are kept as they are. Open the file in another replay program to look for single addresses.',
  },
  'replay-failed': {
    title: 'The replay of {name} did not start.',
    remedy: 'Try again; if that does not help, start Holdfast anew. What else was kept of this source can still be seen.',
  },
  'table-columns': {
    title: '{path} does not have the columns of this table: {problem}.',
    remedy: 'Name the columns as an export does, or say which column is which. {instead} Nothing was imported.',
  },
  'table-encoding': {
    title: '{path} is not in one encoding: most of it is {encoding}, but not line {lines}.',
    remedy: 'Those lines seem to be {other}. Save the whole file as UTF-8 and read those names again. Nothing was imported.',
  },
  'table-broken': {
    title: '{path} cannot be read as a table: {problem}.',
    remedy: '{instead} Nothing was imported.',
  },
  'table-large': {
    title: '{path} is larger than {megabytes} MB.',
    remedy: 'Cut the table into several files and import them one after the other. Nothing was imported.',
  },
  'table-rows-refused': {
    title: '{count} of the {rows} rows of {path} cannot be imported.',
    remedy: 'Look at the dry run, correct those rows and import again, or choose to import only the rows that hold. Nothing was imported.',
  },
  'export-target-exists': { title: '{path} exists already.', remedy: 'Choose another name; Holdfast does not overwrite exports.' },
  'casefile-invalid': {
    title: '{path} is not a case file: {problem}',
    remedy: 'Choose a folder or zip that Holdfast exported, and check that it was copied whole.',
  },
  'casefile-broken': {
    title: '{path} does not hold ({count} findings): {problem}',
    remedy: 'Check the case file to see everything that does not hold, and ask whoever sent it for another. Nothing was made from it.',
  },
  'casefile-partial': {
    title: '{path} holds a part of a case: entries of its journal are withheld.',
    remedy: 'It can be checked, and its report read. To open it or make a case from it, ask for a case file of the whole case.',
  },
  'merge-unrelated': {
    title: '{path} cannot be merged into this case: {problem}',
    remedy: 'Only copies of this very case can be merged: a case folder, a backup, or a case file. Nothing was changed.',
  },
  'merge-damaged': {
    title: '{path} does not hold, so nothing of it was merged: {problem}',
    remedy: 'Verify the other copy and restore it from a backup, then merge again. Nothing was changed.',
  },
  'not-supported': { title: '{feature} is not part of this version.', remedy: '{instead}' },
  'engine-ended': {
    title: 'The part of Holdfast that works on the case ended by itself.',
    remedy: 'It was started again and the case is whole. Repeat what you did last; if it happens again, start Holdfast anew.',
  },
  internal: {
    title: 'Something went wrong inside Holdfast: {message}',
    remedy: 'Nothing half-done was kept. Try again; if it happens again, report it with these words.',
  },
};

/** An error in words: what happened and what to do. Facts the error does not have read as “unknown”. */
export function errorWords(error: ErrorData): Wording {
  const wording = wordings[error.code];
  return { title: fill(wording.title, error.facts), remedy: fill(wording.remedy, error.facts) };
}

function fill(template: string, facts: ErrorFacts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? 'unknown'));
}
