import { useState } from 'react';
import type { Item, ItemFile } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { useAct } from '../../shell/engine.ts';
import { inspect } from '../../shell/session.ts';
import { notify } from '../../ui/toast.tsx';
import { t } from '../../messages/index.ts';
import { frameIndex, middleOf } from './frames/frame-list.ts';
import { useFrames } from './frames/use-frames.ts';
import { useMediaCommands, type MediaActs } from './media-commands.ts';
import { mediaFacts } from './media-facts.ts';
import { playedFile } from './played-file.ts';
import { useLoop } from './playing/use-loop.ts';
import { useFrameCheck } from './screen/use-frame-check.ts';
import { zooms, type View, type Zoom } from './timeline/view.ts';
import { usePlayer } from './use-player.ts';
import { useRangeMarks, type Range, type TimeMarks } from './use-range-marks.ts';
import { useSurvey } from './use-survey.ts';

export type BenchAsked = {
  item: Item;
  /** The recording itself; what is played may be a proxy of it. */
  file: ItemFile;
  passages: readonly Passage[];
  isMuted: boolean;
  /** Null where times cannot be marked. */
  onRange: ((range: Range | null) => void) | null;
};

export type Bench = ReturnType<typeof useBench>;

/** Everything the bench of one recording knows and can do; its parts are drawn elsewhere. */
export function useBench({ item, file, passages, isMuted, onRange }: BenchAsked) {
  const [element, setElement] = useState<HTMLMediaElement | null>(null);
  const [wantsOriginal, setWantsOriginal] = useState(false);
  const [isHushed, setHushed] = useState(false);
  const [zoom, setZoom] = useState<Zoom>('whole');
  const facts = mediaFacts(item);
  const played = playedFile(item, file, wantsOriginal);
  const player = usePlayer(element, played.offset);
  const survey = useSurvey({ fileId: file.id, ...facts });
  const frames = useFrames({
    fileId: file.id,
    time: player.time,
    isPlaying: player.isPlaying,
    scan: survey.scan,
    hasPicture: facts.hasPicture,
  });
  const isDoubtful = useFrameCheck(player, played.offset, frames.shown?.time ?? null);
  const now = () => (element === null ? 0 : element.currentTime + played.offset);
  const ranges = useRangeMarks({ now, around: frames.around, onRange: onRange ?? ignore });
  const marks: TimeMarks | null = onRange === null ? null : ranges;
  const step = useStep(player, now, frames.around);
  const loop = useLoop(player, rangeToLoop(ranges, passages, player.time));
  const still = useStill(item, file, () => frames.shown?.time ?? now());
  const canWrite = useCanWrite();
  const acts: MediaActs = {
    player,
    step: facts.hasPicture ? step : null,
    marks,
    toggleLoop: loop.toggle,
    keepStill: facts.hasPicture && canWrite ? still.keep : null,
    goPassage: passages.length === 0 ? null : (by) => goTo(player.seek, player.time, startsOf(passages), by),
    goScene: survey.scenes.found === null ? null : (by) => goTo(player.seek, player.time, survey.scenes.found ?? [], by),
    zoom: (by) => setZoom(zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(zoom) + by))]!),
    toggleMute: () => setHushed((before) => !before),
  };
  useMediaCommands(acts);
  return {
    item, file, facts, played, player, survey, frames, marks, loop, still, acts, passages, zoom, setZoom, setElement,
    whole: wholeOf(survey.scan, player.end, facts.seconds),
    isSilent: isMuted || isHushed,
    isHushed,
    isDoubtful,
    wantsOriginal,
    setWantsOriginal,
  }; // prettier-ignore
}

function ignore(): void {}

/** From where the recording begins, when that is not near zero, to where its last packet ends, whatever its header says. */
function wholeOf(scan: { start: number; end: number } | null, end: number, seconds: number | null): View {
  const from = scan !== null && scan.start > 5 ? scan.start : 0;
  return { from, to: Math.max(from + 0.001, scan?.end ?? (end > 0 ? end : (seconds ?? 0))) };
}

/** A frame on or back, by the frames' own times: the seek goes to the middle of the frame, so that no rounding shows its neighbour. */
function useStep(player: { pause: () => void; seek: (time: number) => void }, now: () => number, around: Bench['frames']['around']) {
  return (by: 1 | -1) => {
    player.pause();
    const at = now();
    const go = async () => {
      const frames = await around(at);
      const frame = frames[frameIndex(frames, at) + by];
      if (frame !== undefined) player.seek(middleOf(frame));
      else if (frames.length === 0) player.seek(at + by / 25);
    };
    void go().catch(() => undefined);
  };
}

/** The range being marked, else the shortest marked time that is playing. */
function rangeToLoop({ from, to }: TimeMarks, passages: readonly Passage[], time: number): Range | null {
  if (from !== null && to !== null && to > from) return { from, to };
  const under = passages.flatMap((passage) =>
    passage.from !== null && passage.to !== null ? [{ from: passage.from, to: passage.to }] : [],
  );
  return (
    under.filter((range) => range.from <= time && time < range.to).sort((one, other) => one.to - one.from - (other.to - other.from))[0] ??
    null
  );
}

function startsOf(passages: readonly Passage[]): number[] {
  return passages.flatMap(({ from }) => (from === null ? [] : [from]));
}

/** A little past the start, so that the frame that begins there is shown, and so that going back twice goes back twice. */
const PAST = 0.002;

function goTo(seek: (time: number) => void, time: number, starts: readonly number[], by: 1 | -1): void {
  const sorted = [...starts].sort((one, other) => one - other);
  const next = by === 1 ? sorted.find((start) => start > time + PAST) : sorted.findLast((start) => start < time - 0.25);
  if (next !== undefined) seek(next + PAST);
}

/** Keeps the frame shown, and says so; the inspector then lists it. */
function useStill({ id: itemId }: Item, { id: fileId }: ItemFile, at: () => number): { isPending: boolean; keep: () => void } {
  const { mutate, isPending } = useAct('media.still');
  const keep = () =>
    mutate(
      { itemId, fileId, time: at() },
      {
        onSuccess(still) {
          inspect({ kind: 'item', itemId });
          notify({ tone: 'good', title: t('reader.media.still.kept'), text: still.name });
        },
      },
    );
  return { isPending, keep };
}
