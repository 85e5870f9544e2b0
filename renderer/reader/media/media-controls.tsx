import { Pause, Play } from 'lucide-react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Gap } from '../../ui/page.tsx';
import { timeCode } from './time-code.ts';
import type { Player } from './use-player.ts';
import type { TimeMarks } from './use-range-marks.ts';

type MediaControlsProps = {
  player: Player;
  /** Null where times cannot be marked. */
  marks: TimeMarks | null;
  passages: readonly Passage[];
  onOpenPassage: (passage: Passage) => void;
};

export function MediaControls({ player, marks, passages, onOpenPassage }: MediaControlsProps) {
  return (
    <div className="media-controls" role="group" aria-label={t('reader.media.controls')}>
      <Timeline player={player} marks={marks} passages={passages} onOpenPassage={onOpenPassage} />
      <div className="media-buttons">
        <IconButton
          label={t(player.isPlaying ? 'reader.media.pause' : 'reader.media.play')}
          icon={player.isPlaying ? Pause : Play}
          keys="k"
          onPress={player.toggle}
        />
        <span className="mono" dir="ltr">
          {timeCode(player.time)} / {timeCode(player.duration)}
        </span>
        <Gap />
        {marks === null ? null : <RangeButtons marks={marks} />}
      </div>
    </div>
  );
}

function RangeButtons({ marks }: { marks: TimeMarks }) {
  return (
    <>
      <Button size="s" keys="i" onPress={marks.setIn}>
        {t('reader.media.in.short')}
      </Button>
      <Button size="s" keys="o" onPress={marks.setOut}>
        {t('reader.media.out.short')}
      </Button>
      <span className="media-range mono" dir="ltr" aria-live="polite">
        {marks.from === null && marks.to === null ? t('reader.media.no-range') : `${code(marks.from)} – ${code(marks.to)}`}
      </span>
    </>
  );
}

const code = (seconds: number | null) => (seconds === null ? '…' : timeCode(seconds));

function Timeline({ player, marks, passages, onOpenPassage }: MediaControlsProps) {
  const { duration } = player;
  const share = (seconds: number) => `${duration > 0 ? Math.min(100, (seconds / duration) * 100) : 0}%`;
  const spans = passages.filter((passage) => passage.from !== null && passage.to !== null);
  return (
    <div className="timeline" dir="ltr">
      <input
        className="timeline-input"
        type="range"
        min={0}
        max={duration || 1}
        step={0.01}
        value={player.time}
        aria-label={t('reader.media.position')}
        aria-valuetext={timeCode(player.time)}
        onChange={(event) => player.seek(Number(event.target.value))}
      />
      <div className="timeline-track">
        <span className="timeline-played" style={{ inlineSize: share(player.time) }} />
        {marks === null || marks.from === null ? null : (
          <span
            className="timeline-range"
            style={{
              insetInlineStart: share(marks.from),
              inlineSize: share((marks.to ?? player.time) - marks.from),
            }}
          />
        )}
      </div>
      <div className="timeline-passages">
        {spans.map((passage) => (
          <button
            type="button"
            key={passage.id}
            className="timeline-passage"
            data-claimed={passage.claimIds.length > 0}
            {...(passage.colour === null ? {} : { 'data-colour': passage.colour })}
            style={{ insetInlineStart: share(passage.from!), inlineSize: share(passage.to! - passage.from!) }}
            aria-label={t('reader.media.passage', {
              from: timeCode(passage.from!),
              to: timeCode(passage.to!),
            })}
            title={passage.comment}
            onClick={() => onOpenPassage(passage)}
          />
        ))}
      </div>
    </div>
  );
}
