import type { HandsOnBridge } from '#shared/hands-on.ts';

declare global {
  interface Window {
    /** Put there by the toolbar's own preload script. */
    readonly handsOn: HandsOnBridge;
  }
}
