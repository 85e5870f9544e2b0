import type { Facts } from '#shared/model/primitives.ts';
import type { Probe, ProbedStream } from './probe-media.ts';

const MOST_TAGS = 60;
const MOST_CHARACTERS = 1000;
const MOST_STREAMS = 50;
/** Subtitles that are text; the others are pictures of text. */
const textSubtitles = new Set(['mov_text', 'subrip', 'srt', 'ass', 'ssa', 'webvtt', 'text', 'microdvd', 'subviewer', 'ttml']);

export type MediaKind = 'video' | 'audio';

/** Moving pictures, not the cover picture of a song. */
export function pictureStream({ streams = [] }: Probe): ProbedStream | undefined {
  return streams.find(
    (stream) =>
      stream.codec_type === 'video' && stream.disposition?.['attached_pic'] !== 1 && stream.disposition?.['timed_thumbnails'] !== 1,
  );
}

/** Null when there is neither picture nor sound. */
export function mediaKind(probe: Probe): MediaKind | null {
  if (pictureStream(probe) !== undefined) return 'video';
  return (probe.streams ?? []).some(({ codec_type }) => codec_type === 'audio') ? 'audio' : null;
}

/** The subtitle stream to take words from: the default one, else the first that is text. `number` counts subtitle streams alone. */
export function textStream({ streams = [] }: Probe): { number: number; stream: ProbedStream } | null {
  const subtitles = streams.filter(({ codec_type }) => codec_type === 'subtitle').map((stream, number) => ({ number, stream }));
  const readable = subtitles.filter(({ stream }) => textSubtitles.has(stream.codec_name ?? ''));
  return readable.find(({ stream }) => stream.disposition?.['default'] === 1) ?? readable[0] ?? null;
}

/** What a recording says of itself, as data: seconds, pixels as shown, frames a second. Tags are the file's word. */
export function mediaFacts(probe: Probe): Facts {
  const { format = {}, streams = [], chapters = [] } = probe;
  const picture = pictureStream(probe);
  const kinds = streams.map(({ codec_type }) => codec_type);
  return {
    container: format.format_long_name ?? format.format_name ?? null,
    startSeconds: number(format.start_time),
    durationSeconds: number(format.duration),
    bitRate: number(format.bit_rate),
    createdAt: format.tags?.['creation_time'] ?? null,
    ...(picture === undefined ? {} : shownSize(picture)),
    frameRate: picture === undefined ? null : (rate(picture.avg_frame_rate) ?? rate(picture.r_frame_rate)),
    hasVideo: picture !== undefined,
    hasAudio: kinds.includes('audio'),
    hasSubtitles: kinds.includes('subtitle'),
    chapters: chapters.length,
    tags: boundedTags(format.tags),
    streams: streams.slice(0, MOST_STREAMS).map(streamFacts),
  };
}

function streamFacts(stream: ProbedStream): Facts {
  const {
    index,
    codec_type,
    codec_name,
    profile,
    width,
    height,
    pix_fmt,
    avg_frame_rate,
    sample_rate,
    channels,
    channel_layout,
    tags,
    disposition,
  } = stream;
  const facts: Facts = {
    index: index ?? null,
    kind: codec_type ?? null,
    codec: codec_name ?? null,
    profile: profile === undefined ? null : String(profile),
    width: width ?? null,
    height: height ?? null,
    rotation: codec_type === 'video' ? rotation(stream) : null,
    pixelFormat: pix_fmt ?? null,
    frameRate: codec_type === 'video' ? rate(avg_frame_rate) : null,
    sampleRate: number(sample_rate),
    channels: channels ?? null,
    channelLayout: channel_layout ?? null,
    durationSeconds: number(stream.duration),
    language: tags?.['language'] ?? null,
    default: disposition?.['default'] === 1,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}

/** Degrees anticlockwise, from the display matrix; older ffprobe gives a tag in degrees clockwise. */
export function rotation({ side_data_list = [], tags = {} }: ProbedStream): number {
  const matrix = side_data_list.find((data) => data.rotation !== undefined)?.rotation;
  if (matrix !== undefined) return matrix;
  return tags['rotate'] === undefined ? 0 : -(Number(tags['rotate']) || 0);
}

function shownSize(stream: ProbedStream): Facts {
  const { width = null, height = null } = stream;
  const turned = Math.abs(Math.round(rotation(stream) / 90)) % 2 === 1;
  return turned ? { width: height, height: width, rotation: rotation(stream) } : { width, height, rotation: rotation(stream) };
}

/** "30000/1001" -> 29.97. */
function rate(value: string | undefined): number | null {
  const [over = 0, under = 0] = (value ?? '').split('/').map(Number);
  return over > 0 && under > 0 ? Math.round((over / under) * 1000) / 1000 : null;
}

function number(value: string | undefined): number | null {
  const parsed = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}

function boundedTags(tags: Record<string, string> = {}): Facts {
  return Object.fromEntries(
    Object.entries(tags)
      .slice(0, MOST_TAGS)
      .map(([name, value]) => [name.slice(0, 100), value.slice(0, MOST_CHARACTERS)]),
  );
}

/** ISO 639-2 as containers have it; `und` is no language. */
export function languageOf(probe: Probe): string | null {
  const spoken = (probe.streams ?? []).find(({ codec_type, tags }) => codec_type === 'audio' && tags?.['language'] !== undefined);
  const language = spoken?.tags?.['language'] ?? null;
  return language === 'und' || language === '' ? null : language;
}
