import { nextSpeed, shuttleRate } from './speeds.ts';

/**
 * Plays an element forwards and back. Chromium plays nothing backwards: there the picture is sought back from frame to
 * frame as fast as it can be shown, without sound.
 */
export class Shuttle {
  rate = 1;
  /** Told when it begins or ends to run, or changes its speed. */
  onChange: () => void = () => undefined;
  readonly #element: HTMLMediaElement;
  #back = 0;

  constructor(element: HTMLMediaElement) {
    this.#element = element;
  }

  get isRunning(): boolean {
    return this.#back !== 0 || (!this.#element.paused && !this.#element.ended);
  }

  toggle(): void {
    if (this.isRunning) this.pause();
    else this.setRate(Math.max(0.25, this.rate), true);
  }

  pause(): void {
    this.#stopBack();
    this.#element.pause();
    if (this.rate < 0) this.rate = 1;
    this.onChange();
  }

  forwards(): void {
    this.setRate(shuttleRate(this.rate, this.isRunning, 1), true);
  }

  backwards(): void {
    this.setRate(shuttleRate(this.rate, this.isRunning, -1), true);
  }

  change(step: 1 | -1): void {
    this.setRate(nextSpeed(Math.abs(this.rate), step));
  }

  setRate(rate: number, run = this.isRunning): void {
    this.#stopBack();
    this.rate = rate;
    if (rate > 0) this.#element.playbackRate = rate;
    else this.#element.pause();
    if (run && rate > 0) void this.#element.play().catch(() => undefined);
    if (run && rate < 0) this.#runBack();
    this.onChange();
  }

  #runBack(): void {
    let before = performance.now();
    const step = (now: number) => {
      const element = this.#element;
      if (!element.seeking) {
        element.currentTime = Math.max(0, element.currentTime + ((now - before) / 1000) * this.rate);
        before = now;
      }
      if (element.currentTime <= 0) this.pause();
      else this.#back = requestAnimationFrame(step);
    };
    this.#back = requestAnimationFrame(step);
  }

  #stopBack(): void {
    cancelAnimationFrame(this.#back);
    this.#back = 0;
  }
}
