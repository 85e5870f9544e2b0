import { channelTable, luma } from '#shared/image/adjust-pixels.ts';
import type { Adjustments } from '#shared/model/adjustments.ts';

/**
 * The adjustments as an SVG filter over the picture. A table of 256 values meets each 8-bit value exactly (Filter Effects
 * 1, section 9.7), so what is seen is what the engine would keep.
 */
export function AdjustFilter({ id, values }: { id: string; values: Adjustments }) {
  const table = [...channelTable(values)].map((value) => (value / 255).toFixed(5)).join(' ');
  const grey = `${luma.red} ${luma.green} ${luma.blue} 0 0`;
  return (
    <svg className="picture-filter" aria-hidden>
      <filter id={id} colorInterpolationFilters="sRGB" x="0" y="0" width="100%" height="100%">
        {values.greyscale ? <feColorMatrix type="matrix" values={`${grey} ${grey} ${grey} 0 0 0 1 0`} /> : null}
        <feComponentTransfer>
          <feFuncR type="table" tableValues={table} />
          <feFuncG type="table" tableValues={table} />
          <feFuncB type="table" tableValues={table} />
        </feComponentTransfer>
      </filter>
    </svg>
  );
}
