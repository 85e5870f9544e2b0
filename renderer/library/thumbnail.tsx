import './thumbnail.css';
import { useState } from 'react';
import type { ItemRow } from '#shared/model/items.ts';
import { useVeil } from '../reader/veil/use-veil.ts';
import { ItemTypeIcon } from './item-type-icon.tsx';

/** A small picture of the item, or the sign of its type. Graphic items show the sign only. */
export function Thumbnail({ item }: { item: Pick<ItemRow, 'id' | 'type' | 'thumbnailSha256' | 'graphic'> }) {
  const [failed, setFailed] = useState(false);
  const { isVeiled } = useVeil(item);
  const sha256 = isVeiled || failed ? null : item.thumbnailSha256;
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
