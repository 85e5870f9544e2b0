/** Seconds as `h:mm:ss.mmm`, hours only when there are any; media time, not clock time. */
export function timeCode(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds * 1000));
  const parts = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60, Math.floor(whole / 1000) % 60];
  const [hours, minutes, rest] = parts as [number, number, number];
  const tail = `${String(rest).padStart(2, '0')}.${String(whole % 1000).padStart(3, '0')}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
