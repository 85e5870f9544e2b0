import './media-viewer.css';
import { useEffect, useRef } from 'react';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { PassageTarget } from '#shared/model/passages.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { useSession } from '../../shell/session.ts';
import type { AreaBox } from '../areas/area-box.ts';
import { useAreaTool } from '../areas/use-area-tool.ts';
import type { Reading } from '../marks/use-reading.ts';
import { MediaBench } from './media-bench.tsx';
import { TranscriptPane } from '../transcripts/transcript-pane.tsx';
import { useBench } from './use-bench.ts';
import type { TimeMarks } from './use-range-marks.ts';

type MediaViewerProps = {
  item: Item;
  file: ItemFile;
  text: CanonicalText | null;
  reading: Reading;
  isMuted: boolean;
};

export function MediaViewer({ item, file, text, reading, isMuted }: MediaViewerProps) {
  const { passages, words, seek, onTimeRange, onArea, onOpenPassage } = reading;
  const selected = reading.selected?.target ?? null;
  const stage = useRef<HTMLDivElement>(null);
  const controls = () => stage.current?.querySelector('.media-controls')?.getBoundingClientRect() ?? null;
  const bench = useBench({ item, file, passages, isMuted, onRange: (range) => onTimeRange(range, controls()) });
  const areaTool = useAreaTool(useCanWrite() && bench.player.picture.width > 0);
  const { seek: goTo } = bench.player;
  const { element } = bench.player;
  useSeek(seek, element, goTo);
  useLetGo(selected, bench.marks);
  const onBox = (area: AreaBox, rect: DOMRect) => {
    areaTool.stop();
    onArea({ time: momentOf(bench), area }, rect);
  };
  const cues = text?.map.kind === 'cues' ? text.map.cues : [];
  return (
    <div className="media" ref={stage}>
      <MediaBench
        bench={bench}
        areaTool={bench.facts.hasPicture ? areaTool : null}
        selected={selected}
        cues={cues}
        text={text?.text ?? ''}
        onArea={onBox}
        onOpenPassage={onOpenPassage}
        label={item.title}
      />
      <TranscriptPane item={item} text={text} player={bench.player} words={words} />
    </div>
  );
}

/** The range being marked when the frame shown is in it; else that frame alone. */
function momentOf({ marks, frames, player }: ReturnType<typeof useBench>): { from: number; to: number } {
  const time = frames.shown?.time ?? player.time;
  const { from = null, to = null } = marks ?? {};
  if (from !== null && to !== null && from <= time && time < to) return { from, to };
  return { from: time, to: frames.shown?.end ?? time + 1 / 25 };
}

/** The range marked goes when what was made of it is kept, or let go of. */
function useLetGo(selected: PassageTarget | null, marks: TimeMarks | null): void {
  const isUsed = useSession(({ inspector }) => inspector.kind === 'passage-form') || selected !== null;
  const before = useRef(isUsed);
  useEffect(() => {
    if (before.current && !isUsed) marks?.clear();
    before.current = isUsed;
  });
}

/** Goes where it is asked to from elsewhere; a little past it, so that a passage's own first frame shows. */
function useSeek(seek: Reading['seek'], element: HTMLMediaElement | null, goTo: (seconds: number) => void): void {
  const latest = useRef(goTo);
  useEffect(() => {
    latest.current = goTo;
  });
  useEffect(() => {
    if (seek !== null && element !== null) latest.current(seek.time + 0.001);
  }, [seek, element]);
}
