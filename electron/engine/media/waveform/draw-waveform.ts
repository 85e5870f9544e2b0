import type { ParsedInput } from '#shared/contract.ts';
import type { Waveform } from '#shared/model/media.ts';
import type { CaseContext } from '../../context.ts';
import { openSource } from '../media-source.ts';
import { timelineJob } from '../timeline-job.ts';
import { readWaveform } from './read-waveform.ts';

/**
 * Loudness of a recording or of a stretch of it. It is a picture of the recording and no evidence: anyone can draw it
 * again from the original, so it is told and not kept, and no act of the journal speaks of it.
 * @throws HoldfastError not-found, blob-missing, media-unreadable, media-no-sound, helper-…; AbortError when cancelled
 */
export async function drawWaveform(ctx: CaseContext, asked: ParsedInput<'media.waveform'>): Promise<Waveform> {
  const { fileId, buckets, stretch = null } = asked;
  if (stretch === null)
    return timelineJob(ctx, asked, (source, signal, onTime) => readWaveform(source, { range: null, buckets, signal, onTime }));
  const { signal } = new AbortController();
  return readWaveform(await openSource(ctx, fileId, signal), { range: stretch, buckets, signal, onTime: () => undefined });
}
