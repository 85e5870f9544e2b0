import { useEffect, useRef, useState } from 'react';
import type { Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import type { AreaBox } from '../areas/area-box.ts';
import { areaOf } from '../areas/area-of.ts';
import { openPdf, type PdfFile } from '../pdf/open-pdf.ts';
import { keepCrop, useCrop } from './crops.ts';

/** Room of a drawn crop in CSS pixels; it is drawn at twice that, so that print stays sharp. */
const MOST = { width: 480, height: 240 };
const SHARP = 2;

/** The marked area of a PDF page, drawn once when it comes into view. Nothing for a PDF that is locked or cannot be read. */
export function PdfCrop({ passage, item, veil }: { passage: Passage; item: Item; veil: string }) {
  const drawn = useCrop(passage.id);
  const holder = useRef<HTMLSpanElement>(null);
  const isSeen = useSeen(holder);
  const file = item.files.find(({ role }) => role === 'original');
  const { id, page } = passage;
  const area = areaOf(passage);
  const place = area === null ? null : JSON.stringify(area);
  useEffect(() => {
    if (drawn !== null || !isSeen || file === undefined || page === null || place === null) return;
    return drawOnce(file, page, JSON.parse(place) as AreaBox, (picture) => keepCrop(id, picture));
  }, [drawn, isSeen, file, id, page, place]);
  return (
    <span ref={holder} className={drawn === null ? '' : `area-crop${veil}`}>
      {drawn === null ? null : <img srcSet={`${drawn} ${SHARP}x`} alt={t('reader.area.mark')} className="area-crop-drawn" />}
    </span>
  );
}

/** Draws part of a page and closes the document again; ends when the answer is called. */
function drawOnce(file: PdfFile, page: number, area: AreaBox, onDrawn: (picture: string) => void): () => void {
  const ending = new AbortController();
  const { document: opened, close } = openPdf(file, () => ending.abort());
  opened
    .then(async (pdf) => {
      const one = await pdf.getPage(page);
      const { width, height } = one.getViewport({ scale: 1 });
      const part = { width: (width * area.width) / 100, height: (height * area.height) / 100 };
      const scale = SHARP * Math.min(2, MOST.width / part.width, MOST.height / part.height);
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(part.width * scale));
      canvas.height = Math.max(1, Math.round(part.height * scale));
      const from = { offsetX: (-width * scale * area.x) / 100, offsetY: (-height * scale * area.y) / 100 };
      await one.render({ canvas, viewport: one.getViewport({ scale, ...from }) }).promise;
      if (!ending.signal.aborted) onDrawn(canvas.toDataURL('image/png'));
      canvas.width = canvas.height = 0;
    })
    // What cannot be drawn is told where the source is read; the passage's words say what it is.
    .catch(() => undefined)
    .finally(() => ending.signal.aborted || close());
  ending.signal.addEventListener('abort', close, { once: true });
  return () => ending.abort();
}

function useSeen(ref: React.RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (ref.current === null || isSeen) return;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true));
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, [ref, isSeen]);
  return isSeen;
}
