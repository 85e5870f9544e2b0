/** Seconds as `HH:MM:SS.mmm`: media time, not clock time. Cut to the millisecond, so that a frame never reads as the next. */
export function clockCode(seconds: number): string {
  // A millionth more: 0.04 is stored as a little less, and must not read 0.039.
  const whole = Math.max(0, Math.floor(seconds * 1000 + 1e-3));
  const two = (value: number) => String(value).padStart(2, '0');
  const parts = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60, Math.floor(whole / 1000) % 60];
  return `${parts.map(two).join(':')}.${String(whole % 1000).padStart(3, '0')}`;
}
