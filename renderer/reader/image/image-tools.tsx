import { Hand, Info, Maximize, Minus, Plus, RotateCcw, RotateCw, Scan, SlidersHorizontal } from 'lucide-react';
import type { Adjustments } from '#shared/model/adjustments.ts';
import type { Item } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Gap } from '../../ui/page.tsx';
import { ToggleIcon } from '../../ui/toggle-icon.tsx';
import { turned, type Rotation } from '../areas/area-box.ts';
import type { AreaTool } from '../areas/use-area-tool.ts';
import { pixelSize } from './shown-file.ts';
import type { PictureZoom } from './use-picture-zoom.ts';

/** What stands beside the picture. */
export type Panel = 'tags' | 'adjust' | null;

export type ImageActs = {
  zoom: PictureZoom;
  rotation: Rotation;
  onRotate: (next: Rotation) => void;
  isHand: boolean;
  onHand: (isHand: boolean) => void;
  adjusted: Adjustments;
  onReset: () => void;
};

type ImageToolsProps = ImageActs & {
  item: Item;
  panel: Panel;
  onPanel: (panel: Panel) => void;
  /** Null where nothing may be marked. */
  tool: AreaTool | null;
};

export function ImageTools({ item, zoom, rotation, onRotate, isHand, onHand, panel, onPanel, tool }: ImageToolsProps) {
  const size = pixelSize(item);
  const toggle = (one: Exclude<Panel, null>) => onPanel(panel === one ? null : one);
  return (
    <div className="viewer-tools" role="toolbar" aria-label={t('reader.image.tools')}>
      {tool === null ? null : (
        <ToggleIcon label={t('reader.area.tool')} icon={Scan} keys="a" isOn={tool.isDrawing} onToggle={tool.toggle} />
      )}
      {tool?.isDrawing === true ? <span className="muted truncate">{t('reader.area.hint')}</span> : null}
      {size === null || tool?.isDrawing === true ? null : <span className="muted number">{t('reader.image.size', size)}</span>}
      <Gap />
      <ToggleIcon label={t('reader.image.hand')} icon={Hand} keys="h" isOn={isHand} onToggle={() => onHand(!isHand)} />
      <IconButton label={t('reader.image.left')} icon={RotateCcw} keys="Shift+r" onPress={() => onRotate(turned(rotation, -90))} />
      <IconButton label={t('reader.image.right')} icon={RotateCw} keys="r" onPress={() => onRotate(turned(rotation, 90))} />
      {rotation === 0 ? null : <span className="muted number">{t('reader.image.turned', { degrees: rotation })}</span>}
      <span className="viewer-gap" />
      <IconButton label={t('reader.zoom.out')} icon={Minus} keys="-" onPress={zoom.smaller} />
      <Button
        size="s"
        variant="quiet"
        onPress={zoom.whole}
        aria-label={`${t('reader.zoom.percent', { percent: percent(zoom.factor) })}: ${t('reader.image.whole')}`}
      >
        <span className="viewer-number number" aria-live="polite">
          {t('reader.zoom.percent', { percent: percent(zoom.factor) })}
        </span>
      </Button>
      <IconButton label={t('reader.zoom.in')} icon={Plus} keys="+" onPress={zoom.larger} />
      <IconButton label={t('reader.zoom.fit')} icon={Maximize} keys="0" onPress={zoom.fit} />
      <span className="viewer-gap" />
      <ToggleIcon label={t('reader.image.adjust')} icon={SlidersHorizontal} isOn={panel === 'adjust'} onToggle={() => toggle('adjust')} />
      <ToggleIcon label={t('reader.image.tags')} icon={Info} isOn={panel === 'tags'} onToggle={() => toggle('tags')} />
    </div>
  );
}

const percent = (factor: number) => (factor < 0.1 ? Math.round(factor * 1000) / 10 : Math.round(factor * 100));
