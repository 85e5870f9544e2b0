import type { ReactNode } from 'react';
import type { PassageTarget } from '#shared/model/passages.ts';
import { blobUrl } from '../blob-url.ts';
import type { AreaBox } from '../areas/area-box.ts';
import type { AreaTool } from '../areas/use-area-tool.ts';
import type { Cue } from './cue-at.ts';
import { BenchButtons } from './bench-buttons.tsx';
import { Screen } from './screen/screen.tsx';
import { StillStrip } from './stills/still-strip.tsx';
import { Timeline } from './timeline/timeline.tsx';
import type { Bench } from './use-bench.ts';

type MediaBenchProps = {
  bench: Bench;
  areaTool: AreaTool | null;
  selected: PassageTarget | null;
  cues: readonly Cue[];
  /** The text the cues stand in. */
  text: string;
  onArea: (area: AreaBox, rect: DOMRect) => void;
  onOpenPassage: (passageId: string) => void;
  label: string;
  /** Tracks of subtitles. */
  children?: ReactNode;
};

/** Screen, timeline and buttons of a recording. */
export function MediaBench({ bench, cues, text, onOpenPassage, ...screen }: MediaBenchProps) {
  const { player, played, file, facts, survey } = bench;
  const { width, height } = player.picture;
  return (
    <div className="media-stage">
      <Screen bench={bench} onOpenPassage={onOpenPassage} {...screen} />
      <div className="media-controls">
        <StillStrip files={bench.item.files} fileId={file.id} onSeek={(time) => player.seek(time + AFTER)} />
        <Timeline
          fileId={file.id}
          pictures={width === 0 || player.failed ? null : { url: blobUrl(played.file), offset: played.offset, ratio: width / height }}
          sound={facts.hasSound ? survey.sound : null}
          whole={bench.whole}
          zoom={bench.zoom}
          time={player.time}
          scenes={survey.scenes.found ?? none}
          marks={bench.marks}
          passages={bench.passages}
          cues={cues}
          text={text}
          onSeek={player.seek}
          onOpenPassage={(passage) => {
            if (passage.from !== null) player.seek(passage.from + AFTER);
            onOpenPassage(passage.id);
          }}
        />
        <BenchButtons bench={bench} areaTool={screen.areaTool} />
      </div>
    </div>
  );
}

const none: readonly number[] = [];
/** A little past the beginning of a frame, so that decimals do not show the one before, in seconds. */
const AFTER = 0.001;
