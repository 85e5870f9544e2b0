import { readPackets } from '../frames/read-packets.ts';
import { parseTimeBase, toSeconds } from '../frames/time-base.ts';
import type { MediaSource } from '../media-source.ts';

const TIME_LIMIT_MS = 120_000;
/** Packets stand in the order of decoding; one shown earlier may come this much later, in seconds. */
const REORDER = 2;

/** How many frames are shown before the one at `pts`, or null when it cannot be told: no time stamps, or too long to count. */
export async function frameNumber({ path, picture }: MediaSource, pts: number, signal: AbortSignal): Promise<number | null> {
  const base = parseTimeBase(picture?.time_base) ?? { num: 1, den: 1000 };
  const interval = `%${(toSeconds(pts, base) + REORDER).toFixed(6)}`;
  let count = 0;
  let silent = 0;
  const onPacket = (packet: { pts: number | null; isDropped: boolean }) => {
    if (packet.pts === null) silent += 1;
    else if (!packet.isDropped && packet.pts < pts) count += 1;
  };
  try {
    await readPackets({ path, stream: picture?.index ?? 0, interval, onPacket, signal, timeLimitMs: TIME_LIMIT_MS });
    return silent === 0 ? count : null;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}
