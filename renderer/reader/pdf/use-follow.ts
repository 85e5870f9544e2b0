import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { placeOf, type LinkTarget } from './link-target.ts';
import type { Pages } from './use-pages.ts';

export type Follow = {
  follow: (target: LinkTarget) => void;
  /** Of a link that leads out, while it is shown. */
  address: string | null;
  closeAddress: () => void;
};

/** Goes where links and outline lead within the document; of what leads out it only tells the address. */
export function useFollow(pdf: PDFDocumentProxy, pages: Pages): Follow {
  const [address, setAddress] = useState<string | null>(null);
  const latest = useRef(pages);
  useEffect(() => {
    latest.current = pages;
  });
  const follow = useCallback(
    (target: LinkTarget) => {
      if (target.kind === 'address') return setAddress(target.address);
      const { current, count, open, rotation, zoom } = latest.current;
      if (target.kind === 'named') {
        const to = { NextPage: current + 1, PrevPage: current - 1, FirstPage: 1, LastPage: count }[target.name];
        return open(Math.min(Math.max(1, to), count));
      }
      void placeOf(pdf, target.dest, rotation).then((place) => place !== null && open(place.page, place.down * zoom.scale));
    },
    [pdf],
  );
  return { follow, address, closeAddress: useCallback(() => setAddress(null), []) };
}
