import { arch, platform, release } from 'node:os';
import { app } from 'electron';
import { HoldfastError } from '#shared/errors.ts';
import type { CaptureOptions, CaptureResult } from '#shared/model/capture.ts';
import type { AttachedPage } from './attach-page.ts';
import type { CaptureWindow } from './capture-window.ts';
import { readCertificates } from './certificate-chain.ts';
import { headerPairs } from './main-exchange.ts';
import type { ResourceLog } from './resource-log.ts';
import type { TakenPage } from './take-page.ts';

type Described = {
  url: string;
  options: CaptureOptions;
  startedAt: Date;
  capture: CaptureWindow;
  page: AttachedPage;
  resources: ResourceLog;
  taken: TakenPage;
};

/** Puts down how the page came, while its window is still there to be asked. */
export async function describeCapture({
  url,
  options,
  startedAt,
  capture,
  page,
  resources: log,
  taken,
}: Described): Promise<CaptureResult> {
  const main = page.main.current;
  if (!main?.status) throw new HoldfastError('capture-failed', { url, problem: 'no answer was recorded' });
  const resources = log.resources();
  const gaps = [...taken.gaps];
  if (resources.failed.length > 0) gaps.push({ reason: 'resources-failed', facts: { count: resources.failed.length } });
  return {
    requestedUrl: url,
    finalUrl: capture.contents.getURL(),
    redirects: page.main.redirects,
    startedAt: startedAt.toISOString(),
    endedAt: new Date().toISOString(),
    utcOffsetMinutes: -startedAt.getTimezoneOffset(),
    status: main.status,
    requestHeaders: headerPairs(main.requestHeaders),
    responseHeaders: headerPairs(main.responseHeaders),
    remoteAddress: main.remoteAddress,
    tls: main.tls,
    certificates: await certificatesOf(page, main.url),
    userAgent: capture.session.getUserAgent(),
    title: taken.says.title,
    jsonLd: taken.says.jsonLd,
    options,
    software: softwareVersions(),
    resources,
    clockEvidence: log.clock,
    gaps,
    files: taken.files,
    extras: taken.extras,
  };
}

/** The chain of the site that an exchange was with; empty without TLS. */
export async function certificatesOf({ tools }: AttachedPage, url: string): Promise<CaptureResult['certificates']> {
  const origin = URL.parse(url)?.origin;
  if (!origin?.startsWith('https:')) return [];
  const { tableNames } = await tools.send<{ tableNames: string[] }>('Network.getCertificate', { origin });
  return readCertificates(tableNames);
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
