import { session as sessions, type Session } from 'electron';
import { appFile } from '../app-files.ts';
import { silenceSpelling } from '../network-silence.ts';
import { REPLAY_SCHEME } from '../scheme-names.ts';
import { hostAddress } from './replay-address.ts';
import { replayHandler, type ServedArchive } from './replay-protocol.ts';

/** Nothing listens there; what got past everything else would end here, on this machine. */
const deadEnd = { proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' };

/**
 * A session of one opened archive: in memory, gone with it, and knowing one scheme alone. Requests for any other are
 * cancelled; a proxy that does not exist and an emulated lost connection stand behind that for what does not pass
 * there.
 */
export async function openReplaySession(archive: ServedArchive): Promise<Session> {
  const session = sessions.fromPartition(`replay-${archive.token}`, { cache: false });
  const here = hostAddress(archive.token);
  silenceSpelling(session);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isInside(url, here) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setUserAgent(plainUserAgent(session.getUserAgent()));
  session.on('will-download', (event) => event.preventDefault());
  session.enableNetworkEmulation({ offline: true });
  await session.setProxy(deadEnd);
  session.protocol.handle(REPLAY_SCHEME, replayHandler(archive, appFile('out', 'replay', 'sw.js')));
  return session;
}

/** Ends what the session still holds; it is never used again. */
export async function closeReplaySession(session: Session): Promise<void> {
  session.protocol.unhandle(REPLAY_SCHEME);
  await Promise.allSettled([session.closeAllConnections(), session.clearStorageData(), session.clearCache()]);
}

function isInside(url: string, here: string): boolean {
  return url.startsWith(here) || url.startsWith(`blob:${here}`) || url.startsWith('data:');
}

/** Pages that turn away browsers they do not know must not turn away this one. */
function plainUserAgent(userAgent: string): string {
  return userAgent.replace(/ (?!Mozilla|AppleWebKit|Chrome|Safari)[^\s/()]+\/[\w.-]+(?= )/g, '');
}
