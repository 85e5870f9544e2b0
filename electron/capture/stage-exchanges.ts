import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureResult } from '#shared/model/capture.ts';
import { wholeAgain, type Exchange } from '#shared/model/exchange.ts';
import type { Recorded } from './recorder/recorder.ts';

const mostRedactionsTold = 1000;

/** Writes what was recorded beside its bodies, one JSON line an exchange, and describes it. */
export async function stageExchanges(
  folder: string,
  { exchanges, redactions, socketMessages }: Recorded,
): Promise<CaptureResult['exchanges']> {
  const name = 'exchanges.jsonl';
  await writeFile(join(folder, name), exchanges.map((one) => `${JSON.stringify(one)}\n`).join(''), { flag: 'wx', mode: 0o600 });
  const bytes = exchanges.reduce((sum, { request, response }) => sum + (request.body?.size ?? 0) + (response?.body?.size ?? 0), 0);
  return { name, count: exchanges.length, bytes, redactions: redactions.slice(0, mostRedactionsTold), socketMessages };
}

/** Why the archive is not everything the page asked for, each reason once. */
export function exchangeGaps(exchanges: readonly Exchange[], limit: number): CaptureResult['gaps'] {
  const whole = wholeAgain(exchanges);
  const cut = (reason: string) => exchanges.filter(({ url, response }) => response?.truncated === reason && !whole.has(url)).length;
  const gaps: CaptureResult['gaps'] = [];
  if (cut('length') > 0) gaps.push({ reason: 'size-limit', facts: { count: cut('length'), megabytes: Math.round(limit / 1024 ** 2) } });
  const short = cut('time') + cut('disconnect');
  if (short > 0) gaps.push({ reason: 'bodies-cut', facts: { count: short } });
  if (cut('unspecified') > 0) gaps.push({ reason: 'bodies-not-recorded', facts: { count: cut('unspecified') } });
  return gaps;
}
