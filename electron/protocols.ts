import type { Session } from 'electron';
import { appFile } from './app-files.ts';
import { appHandler } from './app-protocol.ts';
import { blobHandler } from './blob-protocol.ts';
import { APP_SCHEME, BLOB_SCHEME, SNAPSHOT_SCHEME } from './scheme-names.ts';
import type { Shell } from './shell.ts';
import { snapshotHandler } from './snapshot-protocol.ts';

/** Makes a session answer our three schemes. */
export function serveSchemes(session: Session, { engine }: Shell): void {
  const locate = (sha256: string) => engine.call('blobs.locate', { sha256 });
  const locateSnapshot = async (fileId: string) => {
    const file = await engine.call('files.get', { fileId });
    return (await locate(file.sha256)).path;
  };
  session.protocol.handle(APP_SCHEME, appHandler(appFile('out', 'renderer')));
  session.protocol.handle(BLOB_SCHEME, blobHandler(locate));
  session.protocol.handle(SNAPSHOT_SCHEME, snapshotHandler(locateSnapshot, appFile('out', 'annotator', 'annotator.js')));
}
