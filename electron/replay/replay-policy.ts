import { hostAddress } from './replay-address.ts';

/** The page around the archived ones: one frame, no script. wabac's links to a new window lead into the frame by this name. */
export const FRAME_NAME = '___wb_replay_top_frame';

/**
 * Scripts of an archived page run and may call what the archive holds (`/w/`) and wabac's own scripts (`/static/`);
 * there is no other source, and no worker script but archived ones, so no second service worker. Frames come from the
 * archive alone: wabac turns inline ones into such, and one that could be filled otherwise would be a process of its own.
 */
export function pagePolicy(token: string): string {
  const here = hostAddress(token);
  const archived = `${here}w/ ${here}static/`;
  return [
    `default-src ${archived} data: blob: 'unsafe-inline' 'unsafe-eval'`,
    `connect-src ${archived} data: blob:`,
    `worker-src ${here}w/ blob:`,
    `frame-src ${here}w/`,
    `frame-ancestors ${here}`,
    `form-action ${here}w/`,
    "object-src 'none'",
  ].join('; ');
}

/** The host page may frame archived pages, start the worker and ask it; scripts in it are main's, from outside. */
export function hostPolicy(token: string): string {
  const here = hostAddress(token);
  return [
    "default-src 'none'",
    `connect-src ${here}`,
    `worker-src ${here}sw.js`,
    `frame-src ${here}w/`,
    "style-src 'unsafe-inline'",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * The frame may not move the page around it, open windows or dialogs. It shares the origin, because only so does the
 * service worker answer for it; what it could do to the page around it gains it nothing.
 */
export const hostPage = `<!doctype html><meta charset="utf-8"><title>Replay</title>
<style>html, body { margin: 0; block-size: 100%; overflow: hidden; background: #fff } iframe { display: block; border: 0; inline-size: 100%; block-size: 100% }</style>
<iframe name="${FRAME_NAME}" sandbox="allow-scripts allow-same-origin allow-forms" referrerpolicy="no-referrer-when-downgrade"></iframe>`;

/** Stands in for what the archive lacks; the window says so in words, over it. */
export const missingPage = '<!doctype html><html data-holdfast-missing><meta charset="utf-8"><title></title></html>';
