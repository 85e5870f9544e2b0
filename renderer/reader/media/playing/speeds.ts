/** How fast a recording can be played forwards. */
export const speeds = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The next speed up or down, the last one at its end. */
export function nextSpeed(rate: number, step: 1 | -1): number {
  const found = step === 1 ? speeds.find((speed) => speed > rate + 1e-6) : speeds.findLast((speed) => speed < rate - 1e-6);
  return found ?? (step === 1 ? speeds.at(-1)! : speeds[0]);
}

/** What J and L lead to: the first press sets it going, each further one doubles, up to four. */
export function shuttleRate(rate: number, isRunning: boolean, direction: 1 | -1): number {
  if (!isRunning || Math.sign(rate) !== direction) return direction;
  return direction * Math.min(4, Math.max(1, Math.abs(rate)) * 2);
}
