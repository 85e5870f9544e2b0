import './thumbnail.css';
import { useState } from 'react';
import type { ItemRow } from '#shared/model/items.ts';
import { ItemTypeIcon } from './item-type-icon.tsx';

/** A small picture of the item, or the sign of its type. Graphic items show the sign only. */
export function Thumbnail({ item }: { item: Pick<ItemRow, 'type' | 'thumbnailSha256' | 'graphic'> }) {
  const [failed, setFailed] = useState(false);
  const sha256 = item.graphic || failed ? null : item.thumbnailSha256;
  return (
    <span className="thumbnail">
      {sha256 === null ? (
        <ItemTypeIcon type={item.type} />
      ) : (
        <img alt="" decoding="async" src={`holdfast-blob://blob/${sha256}?type=image/jpeg`} onError={() => setFailed(true)} />
      )}
    </span>
  );
}
