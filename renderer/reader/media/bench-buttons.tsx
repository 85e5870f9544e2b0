import { Camera, Pause, Play, Repeat, SquareDashed, StepBack, StepForward, Volume2, VolumeX } from 'lucide-react';
import { clockCode } from '#shared/media/clock-code.ts';
import { t } from '../../messages/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Gap } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import type { AreaTool } from '../areas/use-area-tool.ts';
import { speeds } from './playing/speeds.ts';
import { zooms } from './timeline/view.ts';
import type { Bench } from './use-bench.ts';
import type { TimeMarks } from './use-range-marks.ts';

type BenchButtonsProps = { bench: Bench; areaTool: AreaTool | null };

export function BenchButtons({ bench, areaTool }: BenchButtonsProps) {
  return (
    <div className="media-buttons" role="group" aria-label={t('reader.media.controls')}>
      <Transport bench={bench} />
      <Gap />
      <MarkingButtons bench={bench} areaTool={areaTool} />
    </div>
  );
}

function Transport({ bench }: { bench: Bench }) {
  const { player, acts, loop, isHushed } = bench;
  const step = (by: 1 | -1) => acts.step?.(by);
  return (
    <div className="media-group">
      {acts.step === null ? null : <IconButton label={t('reader.media.frame-back')} icon={StepBack} keys="," onPress={() => step(-1)} />}
      <IconButton
        label={t(player.isPlaying ? 'reader.media.pause' : 'reader.media.play')}
        icon={player.isPlaying ? Pause : Play}
        keys="k"
        onPress={player.toggle}
      />
      {acts.step === null ? null : <IconButton label={t('reader.media.frame-ahead')} icon={StepForward} keys="." onPress={() => step(1)} />}
      <Clock bench={bench} />
      <Speed bench={bench} />
      <IconButton
        label={t(isHushed ? 'reader.media.unmute' : 'reader.media.mute')}
        icon={isHushed ? VolumeX : Volume2}
        keys="m"
        onPress={acts.toggleMute}
      />
      <Toggle isOn={loop.range !== null}>
        <IconButton label={t('reader.media.loop')} icon={Repeat} keys="r" onPress={loop.toggle} />
      </Toggle>
    </div>
  );
}

function MarkingButtons({ bench, areaTool }: BenchButtonsProps) {
  const { acts, marks, zoom, setZoom, still, survey } = bench;
  return (
    <div className="media-group">
      {survey.scenes.state === 'offered' ? (
        <Button size="s" variant="quiet" onPress={survey.scenes.ask}>
          {t('reader.media.scenes.find')}
        </Button>
      ) : null}
      <Segmented
        label={t('reader.media.zoom')}
        options={zooms.map((id) => ({ id, label: t(`reader.media.zoom.${id}`) }))}
        value={zoom}
        onChange={setZoom}
      />
      {areaTool === null ? null : (
        <Toggle isOn={areaTool.isDrawing}>
          <IconButton label={t('reader.area.tool')} icon={SquareDashed} keys="a" onPress={areaTool.toggle} />
        </Toggle>
      )}
      {acts.keepStill === null ? null : (
        <IconButton label={t('reader.media.still')} icon={Camera} keys="s" isDisabled={still.isPending} onPress={acts.keepStill} />
      )}
      {marks === null ? null : <RangeButtons marks={marks} />}
    </div>
  );
}

/** A button that is on or off shows it round itself; its name says what pressing does. */
function Toggle({ isOn, children }: { isOn: boolean; children: React.ReactNode }) {
  return (
    <span className="media-toggle" data-on={isOn}>
      {children}
    </span>
  );
}

/** Time of the frame shown, its number and its time code where they are certain. */
function Clock({ bench: { player, frames, whole } }: { bench: Bench }) {
  const { shown } = frames;
  const isStill = !player.isPlaying && shown !== null;
  return (
    <span className="media-clock mono" dir="ltr">
      <strong>{clockCode(isStill ? shown.time : player.time)}</strong>
      <span className="muted"> / {clockCode(whole.to)}</span>
      {isStill && shown.number !== null ? <span className="muted">{t('reader.media.frame', { number: String(shown.number) })}</span> : null}
      {isStill && shown.code !== null ? (
        <span className="muted" title={t('reader.media.smpte')}>
          {shown.code}
        </span>
      ) : null}
    </span>
  );
}

function Speed({ bench: { player } }: { bench: Bench }) {
  const { rate } = player;
  const known = speeds.some((speed) => speed === rate);
  const options = speeds.map((speed) => ({ id: String(speed), label: t('reader.media.times', { rate: String(speed) }) }));
  return (
    <span className="media-speed">
      <Select
        aria-label={t('reader.media.speed')}
        options={known ? options : [...options, { id: String(rate), label: t('reader.media.times', { rate: String(rate) }) }]}
        value={String(rate)}
        onChange={(id) => player.setRate(Number(id))}
      />
    </span>
  );
}

function RangeButtons({ marks }: { marks: TimeMarks }) {
  const { from, to } = marks;
  return (
    <>
      <Button size="s" keys="i" onPress={marks.setIn}>
        {t('reader.media.in.short')}
      </Button>
      <Button size="s" keys="o" onPress={marks.setOut}>
        {t('reader.media.out.short')}
      </Button>
      <span className="media-range mono" dir="ltr" aria-live="polite">
        {from === null && to === null ? t('reader.media.no-range') : `${code(from)} – ${code(to)}`}
      </span>
    </>
  );
}

const code = (seconds: number | null) => (seconds === null ? '…' : clockCode(seconds));
