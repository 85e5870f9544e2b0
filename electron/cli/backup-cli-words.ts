import type { LostBlob } from '#shared/model/backup.ts';

/** What the command line says of backups and of saving a damaged case. */
export const backupCliWords = {
  restoreUse: 'restore BACKUP --case FOLDER',
  notRecorded: 'The case is open for reading only, so its journal does not tell of this backup.',
  lost: ({ sha256, problem, itemIds }: LostBlob) =>
    `${problem.padEnd(10)}  ${sha256}${itemIds.length === 0 ? '' : `  of ${itemIds.join(', ')}`}`,
  lostInCase: 'These could not be copied. Verify the case; a good copy made earlier stays in the backup.',
  lostInBackup: 'These are not whole in the backup and were left out. Look for them in another backup.',
  keys: 'The key that signs acts is not in a backup; acts from now on are signed with the key of this computer.',
  noCase: 'No row of a database could be read, so no case was made: only files were saved.',
  seeReport: 'Everything that is gone is listed in SALVAGE.txt and salvage.json there, and in the journal.',
};
