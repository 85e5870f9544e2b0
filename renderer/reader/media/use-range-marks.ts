import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommands, type Command } from '../../shell/commands.ts';
import type { Player } from './use-player.ts';

/** In and out of the time range being marked, in seconds; null while not set. */
export type TimeMarks = {
  from: number | null;
  to: number | null;
  setIn: () => void;
  setOut: () => void;
  clear: () => void;
};

/** The range being marked. `onRange` is told whenever both ends stand in order, and null when they do not. */
export function useRangeMarks(player: Player, onRange: (range: { from: number; to: number } | null) => void): TimeMarks {
  const [ends, setEnds] = useState<{ from: number | null; to: number | null }>({ from: null, to: null });
  const put = (next: { from: number | null; to: number | null }) => {
    const { from, to } = next;
    const isWhole = from !== null && to !== null && to > from;
    setEnds(next);
    onRange(isWhole ? { from, to } : null);
  };
  const now = () => millisecond(player.element?.currentTime ?? 0);
  const marks: TimeMarks = {
    ...ends,
    setIn: () => put({ from: now(), to: ends.to !== null && ends.to > now() ? ends.to : null }),
    setOut: () => put({ from: ends.from !== null && ends.from < now() ? ends.from : null, to: now() }),
    clear: () => put({ from: null, to: null }),
  };
  useMediaCommands(player, marks);
  return marks;
}

/** Keys of playing and, where times can be marked, of marking. The commands stay the same objects while what they do follows the player. */
export function useMediaCommands(player: Player, marks: TimeMarks | null): void {
  const now = useRef({ player, marks });
  useEffect(() => {
    now.current = { player, marks };
  });
  const canMark = marks !== null;
  const commands = useMemo(() => {
    const media = (id: string, title: Command['title'], keys: string, run: () => void): Command => ({
      id: `media.${id}`,
      title,
      keys,
      run,
      group: 'reader.group',
    });
    return [
      media('play', 'reader.media.play', 'k', () => now.current.player.toggle()),
      ...(canMark
        ? [
            media('in', 'reader.media.in', 'i', () => now.current.marks?.setIn()),
            media('out', 'reader.media.out', 'o', () => now.current.marks?.setOut()),
          ]
        : []),
      media('back', 'reader.media.back', 'j', () => now.current.player.nudge(-5)),
      media('ahead', 'reader.media.ahead', 'l', () => now.current.player.nudge(5)),
      media('frame-back', 'reader.media.frame-back', ',', () => now.current.player.nudge(-1 / 25)),
      media('frame-ahead', 'reader.media.frame-ahead', '.', () => now.current.player.nudge(1 / 25)),
    ];
  }, [now, canMark]);
  useCommands(commands);
}

const millisecond = (seconds: number) => Math.round(seconds * 1000) / 1000;
