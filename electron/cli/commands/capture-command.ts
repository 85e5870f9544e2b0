import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { decodeText } from '#engine/text/decode-text.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import { captureOptions, type CaptureOptions } from '#shared/model/capture.ts';
import { parseUrlList, type ListedUrl } from '#shared/url-list.ts';
import { cliWords as words } from '../cli-words.ts';
import { UsageError, type CaptureOutcome, type Command, type Invocation } from '../command.ts';
import { plain } from '../terminal-text.ts';
import { errorLine } from './item-commands.ts';

export const capture: Command = {
  usage: '[URL...] [--list FILE] [OPTIONS]',
  summary: 'capture web pages with Chromium, without a window; three at a time, one of each host',
  options: {
    list: { type: 'string', words: 'also those of a .txt or .csv file: one address a line' },
    'time-limit': { type: 'string', words: 'seconds for each page (60)' },
    'size-limit': { type: 'string', words: 'MB of bodies for each page (537)' },
    'no-scroll': { type: 'boolean', words: 'do not scroll; what loads only when seen is missed' },
    'no-video': { type: 'boolean', words: 'do not fetch videos with yt-dlp' },
    viewport: { type: 'string', words: 'size of the page in CSS pixels, such as 1280x900' },
    'accept-certificate': { type: 'string', words: 'SHA-256 of a certificate that is accepted although it does not verify' },
  },
  least: 0,
  most: Infinity,
  async run(invocation) {
    const { host, positionals } = invocation;
    if (positionals.length === 0 && invocation.options['list'] === undefined)
      throw new UsageError(words.tooFew(`capture ${capture.usage}`));
    const options = optionsIn(invocation.options);
    if (host.capture === undefined) throw new HoldfastError('not-supported', { feature: words.noBrowser, instead: words.inWindow });
    const listed = await listIn(invocation);
    const refused = listed.flatMap(({ url, error }) => (error === null ? [] : [{ url, error }]));
    const urls = [...positionals, ...listed.flatMap(({ url, error }) => (error === null ? [url] : []))];
    // Opened once to have its errors here, then let go: the browser's process writes to it.
    const folder = await invocation.openCase('write');
    await host.engine.call('case.close', {});
    for (const outcome of refused) tell(invocation, outcome);
    let failed = refused.length;
    if (urls.length === 0) return failed === 0 ? 0 : 1;
    for await (const outcome of host.capture(folder, urls, options, host.signal)) {
      if ('error' in outcome) failed += 1;
      tell(invocation, outcome);
    }
    return failed === 0 ? 0 : 1;
  },
};

function tell({ host, json }: Invocation, outcome: CaptureOutcome): void {
  if (json) host.out(JSON.stringify(outcome));
  else host.out('error' in outcome ? `failed    ${errorLine(outcome.error)}` : `captured  ${outcome.itemId}  ${plain(outcome.url)}`);
}

/** The addresses of `--list`; the same address twice in it is captured once. */
async function listIn({ host, options }: Invocation): Promise<ListedUrl[]> {
  const given = options['list'];
  if (typeof given !== 'string') return [];
  const path = resolve(host.cwd, given);
  const bytes = await readFile(path).catch((error: unknown) => {
    const { code } = toErrorData(error);
    throw new HoldfastError(code === 'file-missing' ? 'file-missing' : 'file-unreadable', { path }, error);
  });
  const kind = ['.csv', '.tsv'].includes(extname(path).toLowerCase()) ? 'csv' : 'text';
  const seen = new Set<string>();
  return parseUrlList(decodeText(bytes).text, kind).filter(({ url }) => !seen.has(url) && seen.add(url));
}

/**
 * Options of the command line as those of a capture. Pure.
 * @throws UsageError naming the option and what it takes
 */
export function optionsIn(given: Invocation['options']): CaptureOptions {
  const number = (name: string, factor: number) => (given[name] === undefined ? undefined : Math.round(Number(given[name]) * factor));
  const [, width, height] = /^(\d+)x(\d+)$/i.exec(String(given['viewport'] ?? '')) ?? [];
  if (given['viewport'] !== undefined && height === undefined) throw new UsageError(words.badOption('viewport', words.viewport));
  const certificate = given['accept-certificate'];
  const asked = {
    timeLimitMs: number('time-limit', 1000),
    sizeLimitBytes: number('size-limit', 1_000_000),
    scroll: given['no-scroll'] === true ? false : undefined,
    video: given['no-video'] === true ? false : undefined,
    width: width === undefined ? undefined : Number(width),
    height: height === undefined ? undefined : Number(height),
    certificateConsent: certificate === undefined ? undefined : String(certificate).replaceAll(':', '').toLowerCase(),
  };
  const parsed = captureOptions.safeParse(asked);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(words.badOption(optionOf[String(issue?.path[0])] ?? String(issue?.path[0]), issue?.message ?? ''));
}

const optionOf: Record<string, string> = {
  timeLimitMs: 'time-limit',
  sizeLimitBytes: 'size-limit',
  width: 'viewport',
  height: 'viewport',
  certificateConsent: 'accept-certificate',
};
