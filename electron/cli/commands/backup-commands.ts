import { resolve } from 'node:path';
import { backupCliWords as words } from '../backup-cli-words.ts';
import { cliWords } from '../cli-words.ts';
import { UsageError, type Command } from '../command.ts';
import { bytes, counted, plain } from '../terminal-text.ts';
import { jobOf } from './case-commands.ts';

export const backup: Command = {
  usage: 'OUT [--check]',
  summary: 'copy the case to a folder; the second time only what is new',
  options: { check: { type: 'boolean', words: 'also hash what is in the backup already' } },
  least: 1,
  most: 1,
  async run(invocation) {
    const { host, positionals, options, answer } = invocation;
    await invocation.openCase('any');
    const out = resolve(host.cwd, positionals[0] ?? '');
    const result = await host.engine.call('case.backup', { out, check: options['check'] === true, ...jobOf(invocation) });
    answer(result, () => [
      `Backed up to ${plain(result.path)}: ${counted(result.blobs, 'kept file')} (${bytes(result.bytes)}), ${result.copied.toLocaleString('en')} of them copied now`,
      `last journal entry  ${result.journal.seq}  ${result.journal.hash}`,
      ...(result.mended === 0 ? [] : [`${counted(result.mended, 'damaged copy', 'damaged copies')} replaced.`]),
      ...(result.recorded ? [] : [words.notRecorded]),
      ...result.lost.map(words.lost),
      ...(result.lost.length === 0 ? [] : [words.lostInCase]),
    ]);
    return result.lost.length === 0 ? 0 : 1;
  },
};

export const restore: Command = {
  usage: 'BACKUP --case FOLDER',
  summary: 'make a case out of a backup, in a new or empty folder',
  least: 1,
  most: 1,
  async run(invocation) {
    const { host, positionals, options, answer } = invocation;
    if (typeof options['case'] !== 'string') throw new UsageError(cliWords.tooFew(words.restoreUse));
    const [from, folder] = [resolve(host.cwd, positionals[0] ?? ''), resolve(host.cwd, options['case'])];
    const result = await host.engine.call('case.restore', { backup: from, folder, ...jobOf(invocation) });
    answer(result, () => [
      `Restored “${plain(result.title)}”, backed up ${result.backedUpAt}, to ${plain(result.folder)}: ${counted(result.blobs, 'kept file')} (${bytes(result.bytes)}), each hashed`,
      `last journal entry  ${result.journal.seq}  ${result.journal.hash}`,
      words.keys,
      ...result.lost.map(words.lost),
      ...(result.lost.length === 0 ? [] : [words.lostInBackup]),
    ]);
    return result.lost.length === 0 ? 0 : 1;
  },
};

export const repair: Command = {
  usage: 'DAMAGED OUT',
  summary: 'save what can be read of a damaged case into a new one; DAMAGED is only read',
  least: 2,
  most: 2,
  async run(invocation) {
    const { host, positionals, answer } = invocation;
    const [damaged = '', folder = ''] = positionals.map((path) => resolve(host.cwd, path));
    const report = await host.engine.call('case.repair', { damaged, folder, ...jobOf(invocation) });
    const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
    const gone = report.tables.reduce((sum, table) => sum + table.lost.length + table.refused.length, 0);
    answer(report, () => [
      `Saved into ${plain(report.folder)}: ${counted(rows, 'row')}, ${counted(report.journal.entries, 'journal entry', 'journal entries')}, ${counted(report.blobs.kept, 'kept file')} (${bytes(report.blobs.bytes)})`,
      `Gone: ${counted(gone, 'row')}, ${counted(report.journal.gaps.length, 'stretch', 'stretches')} of the journal, ${counted(report.blobs.lost.length, 'kept file')}.`,
      ...(report.identity === 'none' ? [words.noCase] : []),
      words.seeReport,
    ]);
    return 0;
  },
};
