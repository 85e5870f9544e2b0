import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { t } from '../../messages/index.ts';
import type { Rotation } from '../areas/area-box.ts';
import { pageLinks, type LinkTarget, type PageLink } from './link-target.ts';

type PageLinksProps = { page: PDFPageProxy; rotation: Rotation; onFollow: (target: LinkTarget) => void };

const none: readonly PageLink[] = [];

/** The links of a page. One that leads out says where to and asks what to do; nothing here ever loads anything. */
export function PageLinks({ page, rotation, onFollow }: PageLinksProps) {
  const [links, setLinks] = useState(none);
  useEffect(() => {
    let gone = false;
    pageLinks(page, rotation).then(
      (found) => gone || setLinks(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [page, rotation]);
  return links.map(({ id, box, target }) => (
    <button
      type="button"
      key={id}
      className="pdf-link"
      data-kind={target.kind}
      style={{ left: `${box.x}%`, top: `${box.y}%`, width: `${box.width}%`, height: `${box.height}%` }}
      aria-label={target.kind === 'address' ? t('reader.pdf.link.out', { address: target.address }) : t('reader.pdf.link.in')}
      title={target.kind === 'address' ? target.address : t('reader.pdf.link.in')}
      onClick={() => onFollow(target)}
    />
  ));
}
