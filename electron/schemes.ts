import { protocol } from 'electron';

/** The window itself. */
export const APP_ORIGIN = 'holdfast-app://app';
export const APP_SCHEME = 'holdfast-app';
/** Bytes of blobs: `holdfast-blob://blob/<sha256>?type=<media type>`. */
export const BLOB_SCHEME = 'holdfast-blob';
/** Frozen snapshots: `holdfast-snapshot://<fileId>/`, shown in a sandboxed frame and so of opaque origin. */
export const SNAPSHOT_SCHEME = 'holdfast-snapshot';

/** Tells Chromium about our schemes; must run before the app is ready. */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    {
      scheme: BLOB_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
    { scheme: SNAPSHOT_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}
