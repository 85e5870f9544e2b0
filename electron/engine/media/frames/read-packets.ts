import { byLine, streamHelper } from '../stream-helper.ts';

/** A packet of one stream as ffprobe lists it, in ticks of the stream's time base; null where it has no time stamp. */
export type Packet = { pts: number | null; dts: number | null; duration: number; isKey: boolean; isDropped: boolean };

type PacketRun = {
  path: string;
  stream: number;
  /** ffprobe's `-read_intervals`; all of the file when left out. */
  interval?: string;
  onPacket: (packet: Packet) => void;
  signal: AbortSignal;
  timeLimitMs: number;
};

/** Lists the packets of a stream without decoding them. A packet flagged `D` is left out by players (edit lists). */
export async function readPackets({ path, stream, interval, onPacket, signal, timeLimitMs }: PacketRun): Promise<void> {
  const wanted = ['-select_streams', String(stream), '-show_entries', 'packet=pts,dts,duration,flags', '-of', 'compact=p=0:nk=1'];
  const onOutput = byLine((line) => {
    const packet = parsePacket(line);
    if (packet !== null) onPacket(packet);
  });
  const after = [...wanted, ...(interval === undefined ? [] : ['-read_intervals', interval])];
  await streamHelper({ helper: 'ffprobe', input: path, after, onOutput, signal, timeLimitMs });
}

/** `pts|dts|duration|flags`, in ffprobe's own order. */
export function parsePacket(line: string): Packet | null {
  const [pts, dts, duration, flags] = line.split('|');
  if (flags === undefined) return null;
  return {
    pts: ticks(pts),
    dts: ticks(dts),
    duration: ticks(duration) ?? 0,
    isKey: flags.startsWith('K'),
    isDropped: flags.includes('D'),
  };
}

function ticks(value: string | undefined): number | null {
  const parsed = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}
