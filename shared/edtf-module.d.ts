declare module 'edtf' {
  /** 0 when it does not apply to any digit. */
  type Mask = { value: number };
  type Single = { type: string; min: number; max: number; approximate?: Mask; uncertain?: Mask; unspecified?: Mask };
  /** An end that is `Infinity` is open, one that is null is unknown. */
  type Interval = Single & { type: 'Interval'; lower: Single | null | number; upper: Single | null | number };
  /** A pair stands for a stretch of consecutive dates. */
  type Several = Single & { type: 'Set' | 'List'; values: readonly (Single | readonly Single[])[]; earlier: boolean; later: boolean };
  export default function edtf(text: string): Single | Interval | Several;
}
