type Wish = { canvas: HTMLCanvasElement; time: number };

/**
 * Small pictures of a recording, taken by a player of its own that nobody sees, one after another. They are drawn where
 * they are shown and kept nowhere: neither in the case nor on the disk.
 */
export class PictureSource {
  readonly #video = document.createElement('video');
  readonly #waiting: Wish[] = [];
  #isBusy = false;
  #isEnded = false;

  constructor(url: string) {
    this.#video.muted = true;
    this.#video.preload = 'auto';
    this.#video.src = url;
  }

  /** Draws the frame shown at a time (seconds of the file played) into a canvas when its turn comes; `first` puts it before all others. */
  draw(canvas: HTMLCanvasElement, time: number, { first = false, signal }: { first?: boolean; signal: AbortSignal }): void {
    const wish = { canvas, time };
    if (first) this.#waiting.unshift(wish);
    else this.#waiting.push(wish);
    signal.addEventListener('abort', () => this.#forget(wish), { once: true });
    void this.#work();
  }

  end(): void {
    this.#isEnded = true;
    this.#waiting.length = 0;
    this.#video.removeAttribute('src');
    this.#video.load();
  }

  #forget(wish: Wish): void {
    const index = this.#waiting.indexOf(wish);
    if (index >= 0) this.#waiting.splice(index, 1);
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let wish = this.#waiting.shift(); wish !== undefined && !this.#isEnded; wish = this.#waiting.shift()) {
      if (!(await this.#goTo(wish.time))) break;
      paint(wish.canvas, this.#video);
    }
    this.#isBusy = false;
  }

  async #goTo(time: number): Promise<boolean> {
    const video = this.#video;
    if (video.readyState === 0 && !(await happened(video, 'loadeddata'))) return false;
    video.currentTime = time;
    return happened(video, 'seeked');
  }
}

/** A picture that does not come is given up after this long, in milliseconds. */
const PATIENCE = 8000;

function happened(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const abort = new AbortController();
  const timer = setTimeout(() => resolve(false), PATIENCE);
  video.addEventListener(event, () => resolve(true), { signal: abort.signal });
  video.addEventListener('error', () => resolve(false), { signal: abort.signal });
  return promise.finally(() => {
    clearTimeout(timer);
    abort.abort();
  });
}

/** Fills the canvas, cutting off what does not fit its shape. */
function paint(canvas: HTMLCanvasElement, video: HTMLVideoElement): void {
  const pen = canvas.getContext('2d');
  if (pen === null || video.videoWidth === 0) return;
  const scale = Math.max(canvas.width / video.videoWidth, canvas.height / video.videoHeight);
  const [width, height] = [video.videoWidth * scale, video.videoHeight * scale];
  pen.drawImage(video, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}
