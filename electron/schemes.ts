import { protocol } from 'electron';
import { APP_SCHEME, BLOB_SCHEME, REPLAY_SCHEME, SHEET_SCHEME, SNAPSHOT_SCHEME } from './scheme-names.ts';

/** Tells Chromium about our schemes; must run before the app is ready. */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    {
      scheme: BLOB_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
    { scheme: SNAPSHOT_SCHEME, privileges: { standard: true, secure: true } },
    { scheme: SHEET_SCHEME, privileges: { standard: true, secure: true } },
    {
      scheme: REPLAY_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true, allowServiceWorkers: true },
    },
  ]);
}
