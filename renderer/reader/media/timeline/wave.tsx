import { useMemo } from 'react';
import type { Waveform } from '#shared/model/media.ts';
import { t } from '../../../messages/index.ts';
import { Button } from '../../../ui/button.tsx';
import type { Survey } from '../use-survey.ts';
import { useWaves } from './use-waves.ts';
import type { View, Zoom } from './view.ts';
import { wavePath } from './wave-path.ts';

type WaveProps = { fileId: string; sound: Survey<Waveform> | null; zoom: Zoom; view: View; width: number };

/** Height in CSS pixels, as in the style sheet. */
const HEIGHT = 44;

/** How loud it is, or why that is not to be seen. */
export function Wave({ fileId, sound, zoom, view, width }: WaveProps) {
  const waves = useWaves(fileId, sound?.found ?? null, view, zoom, sound !== null);
  const path = useMemo(() => wavePath(waves, view, width, HEIGHT), [waves, view, width]);
  if (sound === null || sound.error?.code === 'media-no-sound') return <p className="bench-silent muted">{t('reader.media.no-sound')}</p>;
  return (
    <div className="bench-wave">
      <svg width={width} height={HEIGHT} aria-hidden>
        <path d={path} stroke="currentColor" />
      </svg>
      {waves.length > 0 ? null : <Missing sound={sound} />}
    </div>
  );
}

function Missing({ sound }: { sound: Survey<Waveform> }) {
  if (sound.state === 'waiting' || sound.state === 'running') return <p className="bench-note muted">{t('reader.media.wave.pending')}</p>;
  if (sound.state === 'done') return null;
  return (
    <p className="bench-note" onPointerDown={(event) => event.stopPropagation()}>
      <Button size="s" onPress={sound.ask}>
        {t('reader.media.wave.draw')}
      </Button>
      <span className="muted">
        {t(sound.state === 'failed' && sound.error?.code !== 'cancelled' ? 'reader.media.wave.failed' : 'reader.media.wave.long')}
      </span>
    </p>
  );
}
