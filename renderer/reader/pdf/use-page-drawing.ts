import { useCallback } from 'react';
import type { AreaBox } from '../areas/area-box.ts';
import type { AreaTool } from '../areas/use-area-tool.ts';
import type { Reading } from '../marks/use-reading.ts';
import type { PageDrawing } from './pdf-page.tsx';

/** What is drawn on a page is selected, and the tool is put down. */
export function usePageDrawing({ isDrawing, stop }: AreaTool, page: number, onArea: Reading['onArea']): PageDrawing {
  const keep = useCallback(
    (drawnOn: number, area: AreaBox, rect: DOMRect) => {
      stop();
      onArea({ area, page: drawnOn }, rect);
    },
    [stop, onArea],
  );
  return { isOn: isDrawing, page, onArea: keep, onCancel: stop };
}
