import { useEffect, useState } from 'react';
import { t } from '../../messages/index.ts';
import { CueList } from '../media/cue-list.tsx';

type Line = { from: number; to: number; words: string };
type PageSubtitlesProps = { element: HTMLTrackElement; time: number; onSeek: (seconds: number) => void };

/** The lines of the subtitles beside the picture, each with its time. */
export function PageSubtitles({ element, time, onSeek }: PageSubtitlesProps) {
  const lines = useLines(element);
  const current = lines.findLastIndex(({ from, to }) => from <= time && time < to);
  return (
    <CueList
      className="page-subtitles"
      label={t('reader.video.subtitles')}
      cues={lines}
      current={current}
      words={(index) => (
        <p className="cue-words selectable" dir="auto">
          {lines[index]!.words}
        </p>
      )}
      onSeek={onSeek}
    />
  );
}

/** Chromium reads the file only once the track is shown, and says on its element when it has. */
function useLines(element: HTMLTrackElement): readonly Line[] {
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => {
    const { track } = element;
    track.mode = 'showing';
    const read = () => setLines([...(track.cues ?? [])].map(lineOf));
    element.addEventListener('load', read);
    read();
    return () => element.removeEventListener('load', read);
  }, [element]);
  return lines;
}

function lineOf(cue: TextTrackCue): Line {
  const words = cue instanceof VTTCue ? cue.getCueAsHTML().textContent : '';
  return { from: cue.startTime, to: cue.endTime, words };
}
