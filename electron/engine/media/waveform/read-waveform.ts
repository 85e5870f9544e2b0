import type { Waveform } from '#shared/model/media.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { MediaSource } from '../media-source.ts';
import { streamHelper } from '../stream-helper.ts';
import { PeakCells } from './peak-cells.ts';

/** Samples a second that are looked at: enough that a shot or a click is not smoothed away. */
const RATE = 16_000;
const TIME_LIMIT_MS = 3_600_000;
/** A cell of a whole recording is never shorter than this. */
const SHORTEST_CELL = 0.002;

type Asked = { range: { from: number; to: number } | null; buckets: number; signal: AbortSignal; onTime: (seconds: number) => void };

/**
 * The loudness of a recording, or of a stretch of it, in at most `buckets` cells and never fewer than half of them.
 * Decoded by ffmpeg and looked at while it streams past; gaps in the sound are silence, so that place is time.
 * @throws HoldfastError media-no-sound, helper-missing, helper-failed, helper-timeout; AbortError
 */
export async function readWaveform(source: MediaSource, { range, buckets, signal, onTime }: Asked): Promise<Waveform> {
  if (source.sound === null) throw new HoldfastError('media-no-sound', { name: source.file.name });
  // Broadcasts may begin at any hour of their clock; what comes before is no silence of theirs.
  const from = range?.from ?? Math.max(0, Number(source.probe.format?.start_time) || 0);
  const length = range === null ? RATE * SHORTEST_CELL : Math.ceil(((range.to - range.from) * RATE) / buckets);
  const cells = new PeakCells(range === null ? buckets : buckets + 2, length);
  const samples = wholeSamples((piece) => cells.add(piece));
  let seconds = 0;
  await streamHelper({
    helper: 'ffmpeg',
    input: source.path,
    before: [
      '-vn',
      '-sn',
      '-dn',
      '-copyts',
      ...(range !== null && from > 1 ? ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', (from - 1).toFixed(6)] : []),
    ],
    after: ['-map', `0:${source.sound.index ?? 0}`, '-af', filterOf(from, range?.to ?? null), '-ac', '1', '-f', 's16le', '-'],
    onOutput(piece) {
      samples(piece);
      seconds += piece.length / 2 / RATE;
      onTime(from + seconds);
    },
    signal,
    timeLimitMs: TIME_LIMIT_MS,
  });
  return { from, cell: cells.length / RATE, peaks: cells.end() };
}

/** Cut and moved to zero by time stamp, and gaps filled from there on (ffmpeg-filters, aresample `async`, `first_pts`). */
function filterOf(from: number, to: number | null): string {
  const start = from.toFixed(6);
  const cut = to === null ? [] : [`atrim=start=${start}:end=${to.toFixed(6)}`];
  return [...cut, `asetpts=PTS-${start}/TB`, `aresample=${RATE}:async=1:first_pts=0`].join(',');
}

/** Pieces of bytes as 16-bit samples; an odd byte waits for its other half. */
function wholeSamples(onSamples: (samples: Int16Array) => void): (piece: Buffer) => void {
  let odd = Buffer.alloc(0);
  return (piece) => {
    const bytes = odd.length === 0 ? piece : Buffer.concat([odd, piece]);
    const even = bytes.length - (bytes.length % 2);
    odd = Buffer.from(bytes.subarray(even));
    // A copy of its own begins at an even address, which Int16Array asks for.
    onSamples(new Int16Array(Uint8Array.prototype.slice.call(bytes, 0, even).buffer));
  };
}
