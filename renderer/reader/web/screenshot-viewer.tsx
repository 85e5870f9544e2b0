import { Scan } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Item, ItemFile } from '#shared/model/items.ts';
import type { PassageTarget } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { Gap } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ToggleIcon } from '../../ui/toggle-icon.tsx';
import type { AreaBox } from '../areas/area-box.ts';
import { AreaLayer } from '../areas/area-layer.tsx';
import type { PlacedArea } from '../areas/use-area-marks.ts';
import { useAreaTool } from '../areas/use-area-tool.ts';
import { blobUrl } from '../blob-url.ts';

type ScreenshotViewerProps = {
  item: Item;
  areas: readonly PlacedArea[];
  revealArea: { id: string; nonce: number } | null;
  canWrite: boolean;
  onArea: (target: PassageTarget | null, rect: DOMRect | null) => void;
  onOpenPassage: (passageId: string) => void;
};

/** The page as it was painted. A tall page has several pictures, each going on where the one before ends; areas stand on one of them. */
export function ScreenshotViewer({ item, areas, revealArea, canWrite, onArea, onOpenPassage }: ScreenshotViewerProps) {
  const label = t('reader.web.screenshot', { title: item.title });
  const parts = item.files.filter(({ role }) => role === 'screenshot').sort(byPart);
  const [size, setSize] = useState<'width' | 'whole'>('width');
  const scroller = useRef<HTMLDivElement>(null);
  const tool = useAreaTool(canWrite);
  const inView = usePartInView(scroller, tool.isDrawing);
  useRevealed(scroller, revealArea);
  const keep = (fileId: string) => (area: AreaBox, rect: DOMRect) => {
    tool.stop();
    onArea({ area, fileId }, rect);
  };
  const sizes = [
    { id: 'width' as const, label: t('reader.zoom.width') },
    { id: 'whole' as const, label: t('reader.zoom.percent', { percent: 100 }) },
  ];
  return (
    <div className="snapshot">
      <div className="viewer-tools" role="toolbar" aria-label={t('reader.web.screenshot.tools')}>
        {canWrite ? <ToggleIcon label={t('reader.area.tool')} icon={Scan} keys="a" isOn={tool.isDrawing} onToggle={tool.toggle} /> : null}
        <span className="muted truncate">{t(tool.isDrawing ? 'reader.area.hint' : 'reader.web.screenshot.hint')}</span>
        <Gap />
        <Segmented label={t('reader.web.screenshot.size')} options={sizes} value={size} onChange={setSize} />
      </div>
      <div className="screenshot" ref={scroller} tabIndex={0} role="group" aria-label={label} data-size={size}>
        {parts.map((file, at) => (
          <div className="screenshot-part" key={file.id} data-file={file.id}>
            <img src={blobUrl(file)} alt={at === 0 ? label : ''} loading={at === 0 ? 'eager' : 'lazy'} draggable={false} />
            <AreaLayer
              areas={areas.filter(({ fileId }) => fileId === file.id)}
              onOpen={onOpenPassage}
              isDrawing={tool.isDrawing}
              takesFocus={file.id === (inView ?? parts[0]?.id)}
              onArea={keep(file.id)}
              onCancel={tool.stop}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The part that takes up most of the view when drawing begins; the keyboard draws on it. */
function usePartInView(scroller: React.RefObject<HTMLElement | null>, isDrawing: boolean): string | null {
  const [part, setPart] = useState<string | null>(null);
  useEffect(() => {
    if (!isDrawing || scroller.current === null) return;
    const view = scroller.current.getBoundingClientRect();
    const seen = [...scroller.current.querySelectorAll<HTMLElement>('.screenshot-part')].map((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { id: element.dataset['file'] ?? null, height: Math.min(bottom, view.bottom) - Math.max(top, view.top) };
    });
    setPart(seen.sort((a, b) => b.height - a.height)[0]?.id ?? null);
  }, [scroller, isDrawing]);
  return part;
}

function useRevealed(scroller: React.RefObject<HTMLElement | null>, reveal: ScreenshotViewerProps['revealArea']): void {
  useEffect(() => {
    if (reveal === null || scroller.current === null) return;
    const element = scroller.current;
    const show = () => element.querySelector('.area-mark[data-active="true"]')?.scrollIntoView({ block: 'center', inline: 'nearest' });
    show();
    // Parts above it get their heights as they load.
    const abort = new AbortController();
    element.addEventListener('load', show, { capture: true, signal: abort.signal });
    const settled = setTimeout(() => abort.abort(), 3000);
    return () => {
      clearTimeout(settled);
      abort.abort();
    };
  }, [scroller, reveal]);
}

function byPart(a: ItemFile, b: ItemFile): number {
  return partOf(a) - partOf(b);
}

/** `screenshot.png` is the first, then `screenshot-2.png` and so on. */
function partOf({ name }: ItemFile): number {
  return Number(/-(\d+)\.png$/.exec(name)?.[1] ?? 1);
}
