import { resolve } from 'node:path';
import { findingWords } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { cliWords as words } from '../cli-words.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { selectionOf, selectionOptions } from '../selection-options.ts';
import { bytes, counted, plain } from '../terminal-text.ts';

export const init: Command = {
  usage: '--title TITLE --case FOLDER',
  summary: 'make a new case in a new or empty folder',
  options: { title: { type: 'string', words: 'what the investigation is called' } },
  least: 0,
  most: 0,
  async run({ host, options, answer }) {
    if (typeof options['title'] !== 'string' || typeof options['case'] !== 'string')
      throw new UsageError(words.tooFew('init --title TITLE --case FOLDER'));
    const info = await host.engine.call('case.create', { folder: resolve(host.cwd, options['case']), title: options['title'] });
    answer(info, () => [`Made ${plain(info.folder)}`, `case ${info.caseId}`]);
    return 0;
  },
};

export const verify: Command = {
  usage: '[--resume]',
  summary: 'hash every file again, recompute the journal, find every passage again',
  options: { resume: { type: 'boolean', words: 'go on from a verification that was cut off' } },
  least: 0,
  most: 0,
  async run(invocation) {
    await invocation.openCase('any');
    const resume = invocation.options['resume'] === true;
    const report = await invocation.host.engine.call('verify.run', { resume, ...jobOf(invocation) });
    const { checked, findings, resumedFrom } = report;
    invocation.answer(report, () => [
      ...findings.flatMap(findingLines),
      `Looked at ${counted(checked.blobs, 'kept file')} (${bytes(checked.bytes)}), ${counted(checked.journalEntries, 'journal entry', 'journal entries')}, ${counted(checked.seals ?? 0, 'seal')}, ${counted(checked.timestamps ?? 0, 'timestamp')}, ${counted(checked.texts, 'text')}, ${counted(checked.passages, 'passage')}.`,
      ...(resumedFrom === null
        ? []
        : [
            `${counted(resumedFrom.blobs, 'file')} (${bytes(resumedFrom.bytes)}) of these were hashed in the part begun ${resumedFrom.startedAt} and untouched since.`,
          ]),
      ending(findings),
    ]);
    return findings.length === 0 ? 0 : 1;
  },
};

export const exportCase: Command = {
  usage: 'OUT [--zip] [--show-graphic]',
  summary: 'write the case as a case file: a folder, or one zip',
  options: {
    zip: { type: 'boolean', words: 'one zip file; taken for granted when OUT ends in .zip' },
    'show-graphic': { type: 'boolean', words: 'the report shows pictures of sources marked graphic too' },
    ...selectionOptions,
  },
  least: 1,
  most: 1,
  async run(invocation) {
    const { host, positionals, options, answer } = invocation;
    const out = resolve(host.cwd, positionals[0] ?? '');
    await invocation.openCase('any');
    const result = await host.engine.call('export.create', {
      out,
      zip: options['zip'] === true || /\.zip$/i.test(out),
      ...(options['show-graphic'] === true ? { graphic: 'shown' as const } : {}),
      ...selectionOf(options),
      ...jobOf(invocation),
    });
    answer(result, () => [
      `Wrote ${plain(result.path)} (${counted(result.payloadFiles, 'file')}, ${bytes(result.bytes)})`,
      `SHA-256 of its tag manifest  ${result.tagManifestSha256}`,
      `last journal entry           ${result.journalHead}`,
    ]);
    return 0;
  },
};

export const verifyFile: Command = {
  usage: 'CASEFILE',
  summary: 'check a case file, folder or zip; needs no case',
  least: 1,
  most: 1,
  async run(invocation) {
    const { host, positionals, answer } = invocation;
    const report = await host.engine.call('casefile.verify', { path: resolve(host.cwd, positionals[0] ?? ''), ...jobOf(invocation) });
    const { checked, findings } = report;
    answer(report, () => [
      ...findings.flatMap(findingLines),
      `${plain(report.title ?? '')}, exported ${report.exportedAt ?? 'at an unknown time'}`,
      `Looked at ${counted(checked.files, 'file')} (${bytes(checked.bytes)}), ${counted(checked.journalEntries, 'journal entry', 'journal entries')}, ${counted(checked.seals, 'seal')}, ${counted(checked.passages, 'passage')}, ${counted(checked.claims, 'claim')}.`,
      ending(findings),
    ]);
    return findings.length === 0 ? 0 : 1;
  },
};

/** So that Ctrl-C can cancel the work by name. */
export function jobOf({ host }: Invocation): { jobId: string } {
  const jobId = `cli-${process.pid}-${performance.now()}`;
  const cancel = () => void host.engine.call('jobs.cancel', { jobId }).catch(() => {});
  if (host.signal.aborted) cancel();
  host.signal.addEventListener('abort', cancel, { once: true });
  return { jobId };
}

function findingLines(finding: Finding): string[] {
  const { title, remedy } = findingWords(finding);
  return [`${finding.severity.padEnd(7)}  ${finding.code}  ${plain(title)}`, `         ${plain(remedy)}`];
}

function ending(findings: Finding[]): string {
  return findings.length === 0 ? words.noFindings : `${counted(findings.length, 'finding')}.`;
}
