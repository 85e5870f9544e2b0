import { useRef, useState, type RefObject } from 'react';
import type { Item, ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { playedFile } from '../../reader/media/played-file.ts';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import type { DraftRegion, Place } from '../draft-regions.ts';
import { BoxLayer } from './box-layer.tsx';
import { DrawTool } from './draw-tool.tsx';
import { Player } from './player.tsx';

type MediaStageProps = { item: Item; file: ItemFile; list: readonly DraftRegion[]; onAdd: (places: readonly Place[]) => void };
type Span = { from: number | null; to: number | null };

/** A recording with times to take from it, silence for them, and boxes for them in its picture. */
export function MediaStage({ item, file, list, onAdd }: MediaStageProps) {
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const { file: played, offset } = playedFile(item, file, false);
  const [span, setSpan] = useState<Span>({ from: null, to: null });
  const [isDrawing, setDrawing] = useState(false);
  const { from, to } = span;
  const isTime = from !== null && to !== null && to > from;
  const hasPicture = item.type === 'video';
  return (
    <div className="redaction-stage">
      {hasPicture ? (
        <div className="redaction-tools">
          <DrawTool isDrawing={isDrawing} onToggle={() => setDrawing(!isDrawing)} />
        </div>
      ) : null}
      <div className="redaction-scroll" tabIndex={-1}>
        <Player file={played} name={item.title} hasPicture={hasPicture} hasControls={!isDrawing} player={player}>
          <BoxLayer
            list={list}
            page={null}
            isDrawing={isDrawing}
            onBox={(area) => onAdd([{ kind: 'area', page: null, area, from: isTime ? from : null, to: isTime ? to : null }])}
            onStop={() => setDrawing(false)}
          />
        </Player>
      </div>
      <Times player={player} offset={offset} span={span} onChange={setSpan}>
        <Button isDisabled={!isTime} onPress={() => isTime && onAdd([{ kind: 'sound', from, to }])}>
          {t('redaction.mute')}
        </Button>
        {hasPicture ? <span className="faint">{t('redaction.time.hint')}</span> : null}
      </Times>
    </div>
  );
}

type TimesProps = {
  player: RefObject<HTMLVideoElement | null>;
  /** Seconds from the played file's time to the recording's. */
  offset: number;
  span: Span;
  onChange: (span: Span) => void;
  children: React.ReactNode;
};

function Times({ player, offset, span, onChange, children }: TimesProps) {
  const now = () => Math.round(((player.current?.currentTime ?? 0) + offset) * 1000) / 1000;
  const format = { maximumFractionDigits: 3 };
  return (
    <div className="redaction-times">
      <NumberField
        label={t('redaction.from')}
        minValue={0}
        formatOptions={format}
        value={span.from}
        onChange={(from) => onChange({ ...span, from })}
      />
      <Button size="s" onPress={() => onChange({ ...span, from: now() })}>
        {t('redaction.now.from')}
      </Button>
      <NumberField
        label={t('redaction.to')}
        minValue={0}
        formatOptions={format}
        value={span.to}
        onChange={(to) => onChange({ ...span, to })}
      />
      <Button size="s" onPress={() => onChange({ ...span, to: now() })}>
        {t('redaction.now.to')}
      </Button>
      {children}
    </div>
  );
}
