import type { Bridge } from '#shared/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; all the window knows of the rest of the program. */
    readonly holdfast: Bridge;
  }
}
