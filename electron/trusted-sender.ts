import type { WebFrameMain } from 'electron';
import { APP_ORIGIN } from './scheme-names.ts';

/** Only the window's own page may call: neither a frame in it, nor the toolbar of another window, nor anything from elsewhere. */
export function isTrusted(frame: WebFrameMain | null): boolean {
  return (
    frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`) && !frame.url.startsWith(`${APP_ORIGIN}/hands-on`)
  );
}
