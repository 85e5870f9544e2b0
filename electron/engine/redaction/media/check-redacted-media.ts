import { HoldfastError } from '#shared/errors.ts';
import { pictureStream } from '../../media/media-facts.ts';
import { probeMedia, type Probe } from '../../media/probe-media.ts';
import { streamHelper } from '../../media/stream-helper.ts';
import type { TimedBox, TimeSpan } from './media-filters.ts';

/** What a container writes of itself when nothing is said; a language of `und` says that there is none. */
const ownTags: Record<string, RegExp> = {
  major_brand: /^isom$/,
  minor_version: /^\d+$/,
  compatible_brands: /^[a-z0-9]*$/,
  handler_name: /^(VideoHandler|SoundHandler)$/,
  vendor_id: /^\[0\]\[0\]\[0\]\[0\]$/,
  language: /^(und|eng)$/,
  encoder: /^Lavf?$|^Lav[fc][\d.]* ?[a-z0-9_ ]*$/i,
  DURATION: /^[\d:.]+$/,
};
/** The loudest sample that is still silence, as a share of full scale: 70 dB below it. */
const SILENT = 10 ** (-70 / 20);
/** The largest value of any colour that is still black after a lossy encoding, and how far edges smear, in pixels. */
const BLACK = 48;
const SMEAR = 4;
const TIME_LIMIT_MS = 4 * 3_600_000;

type Copy = { path: string; offset: number; boxes: readonly TimedBox[]; silent: readonly TimeSpan[]; signal: AbortSignal };

/**
 * Reads the copy back: one picture and one sound at most and no word about them, every sample of what is muted, every
 * pixel of every frame of what is boxed. @throws HoldfastError redaction-failed
 */
export async function checkRedactedMedia(copy: Copy): Promise<void> {
  const probe = await probeMedia(copy.path, { signal: copy.signal });
  requireNothingBeside(probe);
  for (const span of copy.silent) await requireSilence(copy, span);
  const picture = pictureStream(probe);
  for (const box of copy.boxes) await requireBlackness(copy, box, { width: picture?.width ?? 0, height: picture?.height ?? 0 });
}

function requireNothingBeside({ format = {}, streams = [], chapters = [] }: Probe): void {
  const kinds = streams.map(({ codec_type }) => codec_type ?? 'unknown');
  if (kinds.some((kind) => kind !== 'video' && kind !== 'audio') || new Set(kinds).size !== kinds.length)
    throw failed('the copy has further streams');
  if (chapters.length > 0) throw failed('the copy has chapters');
  if (streams.some(({ side_data_list = [] }) => side_data_list.some(({ displaymatrix }) => displaymatrix !== undefined)))
    throw failed('the copy is turned once more when it is shown');
  for (const tags of [format.tags ?? {}, ...streams.map((stream) => stream.tags ?? {})])
    for (const [name, value] of Object.entries(tags))
      if (ownTags[name]?.test(value.trim()) !== true) throw failed(`the copy has a tag of the original (${name})`);
}

async function requireSilence({ path, offset, signal }: Copy, { from, to }: TimeSpan): Promise<void> {
  let loudest = 0;
  const samples = inSteps(4, (bytes) => {
    for (let at = 0; at < bytes.length; at += 4) loudest = Math.max(loudest, Math.abs(bytes.readFloatLE(at)));
  });
  const trim = `atrim=start=${Math.max(0, from - offset).toFixed(6)}:end=${(to - offset).toFixed(6)}`;
  const after = ['-map', '0:a:0', '-af', trim, '-f', 'f32le', '-c:a', 'pcm_f32le', '-'];
  await streamHelper({ helper: 'ffmpeg', input: path, after, onOutput: samples, signal, timeLimitMs: TIME_LIMIT_MS });
  if (loudest > SILENT) throw failed(`the sound from ${from} to ${to} seconds can still be heard in the copy`);
}

async function requireBlackness(
  { path, offset, signal }: Copy,
  { area, span }: TimedBox,
  size: { width: number; height: number },
): Promise<void> {
  const even = (value: number, up: boolean) => (up ? Math.ceil(value / 2) : Math.floor(value / 2)) * 2;
  const left = even((area.x / 100) * size.width, false) + SMEAR;
  const top = even((area.y / 100) * size.height, false) + SMEAR;
  const width = even(Math.min(1, (area.x + area.width) / 100) * size.width, true) - SMEAR - left;
  const height = even(Math.min(1, (area.y + area.height) / 100) * size.height, true) - SMEAR - top;
  if (width < 2 || height < 2) return;
  const trim = span === null ? [] : [`trim=start=${Math.max(0, span.from - offset).toFixed(6)}:end=${(span.to - offset).toFixed(6)}`];
  const filter = [...trim, `crop=${width}:${height}:${left}:${top}:exact=1`, 'format=rgb24'].join(',');
  let lightest = 0;
  const onOutput = (bytes: Buffer) => {
    for (const value of bytes) if (value > lightest) lightest = value;
  };
  const after = ['-map', '0:v:0', '-vf', filter, '-fps_mode', 'passthrough', '-f', 'rawvideo', '-'];
  await streamHelper({ helper: 'ffmpeg', input: path, after, onOutput, signal, timeLimitMs: TIME_LIMIT_MS });
  if (lightest > BLACK) throw failed('a box in the copy is not black in every frame');
}

/** Hands on whole values of `size` bytes. */
function inSteps(size: number, use: (bytes: Buffer) => void): (piece: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (piece) => {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = bytes.length - (bytes.length % size);
    use(bytes.subarray(0, whole));
    rest = bytes.subarray(whole);
  };
}

function failed(problem: string): HoldfastError {
  return new HoldfastError('redaction-failed', { problem });
}
