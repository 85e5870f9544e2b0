/** Seconds of one tick of a stream, as a fraction: time stamps are whole ticks, and no rounded second equals one. */
export type TimeBase = { num: number; den: number };

/** "1/90000", as ffprobe writes it; null when it is none. */
export function parseTimeBase(value: string | undefined): TimeBase | null {
  const [num = 0, den = 0] = (value ?? '').split('/').map(Number);
  return num > 0 && den > 0 ? { num, den } : null;
}

export function toSeconds(ticks: number, { num, den }: TimeBase): number {
  return (ticks * num) / den;
}
