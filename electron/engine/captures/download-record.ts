import { headerOf } from '#shared/model/exchange.ts';
import type { DownloadResult } from '#shared/model/download.ts';
import type { FileRole } from '#shared/model/items.ts';
import type { DraftFile } from '../items/keep-item.ts';
import { doesNotProve } from './provenance.ts';

type RecordFile = { role: FileRole; name: string; mediaType: string; bytes: string };

/** What of a page's record says nothing about a single file. */
const aboutPages: readonly string[] = ['all-behaviour'];

/** The files that record how a download came: headers, certificates where there are any, and provenance. Pure. */
export function downloadRecord(result: DownloadResult, files: readonly DraftFile[]): RecordFile[] {
  const { finalUrl: url, status, requestHeaders: request, responseHeaders: response, certificates } = result;
  const made: RecordFile[] = [
    { role: 'headers', name: 'headers.json', mediaType: 'application/json', bytes: json({ url, status, request, response }) },
  ];
  if (certificates.length > 0) {
    const line = (name: string) => name.replaceAll('\n', ', ');
    const bytes = certificates.map((one) => `subject: ${line(one.subject)}\nissuer: ${line(one.issuer)}\n${one.pem}`).join('\n');
    made.push({ role: 'certificate', name: 'certificates.pem', mediaType: 'application/x-pem-file', bytes });
  }
  return [...made, { role: 'provenance', name: 'provenance.json', mediaType: 'application/json', bytes: json(provenance(result, files)) }];
}

function provenance(result: DownloadResult, files: readonly DraftFile[]): Record<string, unknown> {
  const encoding = headerOf(result.responseHeaders, 'content-encoding');
  return {
    format: 'holdfast-provenance/1',
    kind: 'download',
    capture: result,
    /** `contentEncoding`: what Chromium undid before it saved the bytes; null when they are as they were sent. */
    bytes: { contentEncoding: encoding },
    files: files.map((file) => ({
      role: file.role,
      name: file.name,
      mediaType: file.mediaType,
      sha256: file.blob.sha256,
      size: file.blob.size,
      madeFrom: file.parent ?? null,
      parameters: file.tool?.parameters ?? {},
    })),
    doesNotProve: doesNotProve.filter(({ id }) => !aboutPages.includes(id)),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
