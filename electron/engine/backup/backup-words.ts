/** What the README in the folder of a backup says before that of a case. */
export function backupReadme(title: string, caseReadme: string): string {
  return `Backup of “${title}”

This folder is a backup that Holdfast made; backup.json says when, and up to which entry of the journal.
Holdfast opens it for reading only. To work on, restore it into a new folder:

    holdfast restore THIS-FOLDER --case NEW-FOLDER

Backing the case up into this folder again copies only what is new.
The key that signs acts is not part of a case and not in here.

What follows is what every case folder says of itself.

${caseReadme}`;
}
