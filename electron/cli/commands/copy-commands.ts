import { resolve } from 'node:path';
import { cliWords as words } from '../cli-words.ts';
import { UsageError, type Command } from '../command.ts';
import { bytes, counted, plain } from '../terminal-text.ts';
import { jobOf } from './case-commands.ts';

export const openFile: Command = {
  usage: 'CASEFILE --case FOLDER',
  summary: 'make a case from a case file, in a new or empty folder',
  least: 1,
  most: 1,
  async run(invocation) {
    const { host, positionals, options, answer } = invocation;
    if (typeof options['case'] !== 'string') throw new UsageError(words.tooFew('open-file CASEFILE --case FOLDER'));
    const input = { path: resolve(host.cwd, positionals[0] ?? ''), folder: resolve(host.cwd, options['case']), ...jobOf(invocation) };
    const info = await host.engine.call('casefile.import', input);
    answer(info, () => [
      `Made ${plain(info.folder)}`,
      `case ${info.caseId}: ${counted(info.counts.items, 'item')}, ${counted(info.counts.passages, 'passage')}, ${counted(info.counts.claims, 'claim')}, ${counted(info.journal.entries, 'journal entry', 'journal entries')}`,
    ]);
    return 0;
  },
};

export const merge: Command = {
  usage: 'OTHER [--dry-run]',
  summary: 'merge another copy of this case into it: a case folder, a backup or a case file',
  options: { 'dry-run': { type: 'boolean', words: 'say what would come in, and write nothing' } },
  least: 1,
  most: 1,
  async run(invocation) {
    const { host, positionals, options, answer } = invocation;
    await invocation.openCase('write');
    const path = resolve(host.cwd, positionals[0] ?? '');
    const report = await host.engine.call('case.merge', { path, dryRun: options['dry-run'] === true, ...jobOf(invocation) });
    const { fork, entries, kinds, conflicts, files, alike } = report;
    answer(report, () => [
      `The two share ${counted(fork.seq, 'journal entry', 'journal entries')}; since then ${entries.ours} here, ${entries.theirs} there.`,
      ...kinds.map(
        ({ kind, added, changed, removed, restored }) =>
          `${kind}: ${added} new, ${changed} changed, ${removed} removed, ${restored} restored`,
      ),
      ...(files.count === 0 ? [] : [`${counted(files.count, 'file')} (${bytes(files.bytes)})`]),
      ...(alike === 0 ? [] : [`${counted(alike, 'thing')} changed to the same in both`]),
      ...conflicts.map(({ kind, cause, title }) => `CONFLICT (${cause}) ${kind} ${plain(title)}`),
      conflicts.length > 0 ? words.settle : kinds.length === 0 ? words.nothingToMerge : report.dryRun ? words.dryRun : words.merged,
    ]);
    return conflicts.length === 0 ? 0 : 1;
  },
};
