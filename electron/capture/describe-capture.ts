import { arch, platform, release } from 'node:os';
import { app } from 'electron';
import { HoldfastError } from '#shared/errors.ts';
import type { CaptureOptions, CaptureResult } from '#shared/model/capture.ts';
import type { AttachedPage } from './attach-page.ts';
import type { CaptureWindow } from './capture-window.ts';
import { readCertificates } from './certificate-chains.ts';
import type { Recorded } from './recorder/recorder.ts';
import { redactHeaders, type Marks } from './recorder/redact.ts';
import { pairsOf } from './recorder/wire-heads.ts';
import type { ResourceLog } from './resource-log.ts';
import { exchangeGaps, stageExchanges } from './stage-exchanges.ts';
import { pickExtras } from './take-extras.ts';
import type { TakenPage } from './take-page.ts';

type Described = {
  url: string;
  options: CaptureOptions;
  startedAt: Date;
  capture: Pick<CaptureWindow, 'contents' | 'session' | 'trust'>;
  page: Pick<AttachedPage, 'main' | 'chains'>;
  resources: Pick<ResourceLog, 'resources' | 'clock'>;
  taken: TakenPage;
  recorded: Recorded;
  folder: string;
  marks: Marks;
};

/** Puts down how the page came, while its window is still there to be asked. */
export async function describeCapture(described: Described): Promise<CaptureResult> {
  const { url, options, startedAt, capture, page, resources: log, taken, recorded, folder, marks } = described;
  const main = page.main.current;
  if (!main?.status) throw new HoldfastError('capture-failed', { url, problem: 'no answer was recorded' });
  const resources = log.resources();
  const gaps = [...taken.gaps, ...exchangeGaps(recorded.exchanges, options.sizeLimitBytes)];
  if (resources.failed.length > 0) gaps.push({ reason: 'resources-failed', facts: { count: resources.failed.length } });
  return {
    requestedUrl: url,
    finalUrl: capture.contents.getURL(),
    documentUrl: main.url,
    redirects: page.main.redirects,
    startedAt: startedAt.toISOString(),
    endedAt: new Date().toISOString(),
    utcOffsetMinutes: -startedAt.getTimezoneOffset(),
    status: main.status,
    requestHeaders: redactHeaders(pairsOf(main.requestHeaders), marks),
    responseHeaders: redactHeaders(pairsOf(main.responseHeaders), marks),
    remoteAddress: main.remoteAddress,
    tls: main.tls,
    certificates: readCertificates(await page.chains.of(main.url)),
    trust: capture.trust.of(main.url),
    userAgent: capture.session.getUserAgent(),
    ...taken.says,
    options,
    software: softwareVersions(),
    resources,
    clockEvidence: log.clock,
    gaps,
    exchanges: await stageExchanges(folder, recorded),
    files: taken.files,
    extras: pickExtras(recorded.exchanges, taken.holds),
  };
}

/** What made the capture, by name and version. */
export function softwareVersions(): Record<string, string> {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return {
    holdfast: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    system: `${platform()} ${release()} ${arch()}`,
  };
}
