import { HoldfastError } from '#shared/errors.ts';
import { emptyReading, type Reading, type ReadingJob } from '../import/reading.ts';
import { drawPoster } from './draw-poster.ts';
import { findDamage } from './find-damage.ts';
import { languageOf, mediaFacts, mediaKind } from './media-facts.ts';
import { ffmpegVersion, probeMedia, type Probe } from './probe-media.ts';
import { readTranscript } from './transcript.ts';

/** Below this ffprobe is guessing from noise (libavformat: AVPROBE_SCORE_EXTENSION is 50). */
const SURE_SCORE = 50;

/**
 * A video or sound recording: what ffprobe finds, a poster, and its words if it has subtitles inside or beside it.
 * A video without sound is whole; that it has none is a fact.
 * @throws HoldfastError media-unreadable, helper-missing, helper-timeout
 */
export async function readMedia(job: ReadingJob): Promise<Reading> {
  const { received, sniffed, signal } = job;
  const probe = await probeMedia(received.path, { signal });
  const kind = mediaKind(probe);
  if (kind === null) throw new HoldfastError('media-unreadable', { problem: 'no video or sound in it' });
  if (sniffed.detectedBy === 'name' && (probe.format?.probe_score ?? 0) < SURE_SCORE) {
    throw new HoldfastError('type-mismatch', { extension: sniffed.extension, found: 'application/octet-stream' });
  }
  const version = await ffmpegVersion(signal);
  const damage = await findDamage(job);
  const poster = await drawPoster(job, probe, version);
  const transcript = await readTranscript(job, probe, version);
  return {
    ...emptyReading(kind),
    title: titleOf(probe),
    language: languageOf(probe),
    facts: { media: mediaFacts(probe) },
    gaps: [...(damage === null ? [] : [damage]), ...transcript.gaps],
    warnings: [...(kind === 'video' && poster === null ? (['no-poster'] as const) : []), ...transcript.warnings],
    companions: transcript.companions,
    derived: [...(poster === null ? [] : [poster]), ...transcript.derived],
    text: transcript.text,
  };
}

function titleOf({ format }: Probe): string | null {
  const title = format?.tags?.['title']?.replace(/\s+/gu, ' ').trim() ?? '';
  return title.length >= 3 ? title.slice(0, 500) : null;
}
