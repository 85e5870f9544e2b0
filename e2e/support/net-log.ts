import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from 'playwright';

type NetLog = { constants: { logEventTypes: Record<string, number> }; events: { type: number; params?: Record<string, unknown> }[] };

/** Starts Chromium's own log of everything its network process does, for all sessions. */
export async function startNetLog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ session }, file) => session.defaultSession.netLog.startLogging(file, { captureMode: 'everything' }), path);
}

/** Ends the log and gives every name looked up and every socket connected, sent from or bound to a peer. */
export async function endNetLog(
  app: ElectronApplication,
  path: string,
): Promise<{ events: number; lookups: string[]; connections: string[] }> {
  await app.evaluate(({ session }) => session.defaultSession.netLog.stopLogging());
  const { constants, events } = JSON.parse(await readFile(path, 'utf8')) as NetLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const told = (pattern: RegExp) =>
    events.flatMap(({ type, params }) =>
      pattern.test(names.get(type) ?? '') && params !== undefined ? [`${names.get(type)} ${JSON.stringify(params)}`] : [],
    );
  return {
    events: events.length,
    lookups: told(/^(HOST_RESOLVER_MANAGER_REQUEST|HOST_RESOLVER_MANAGER_JOB|DNS_TRANSACTION|HOST_RESOLVER_SYSTEM_TASK)$/).filter((line) =>
      /host|qname/.test(line),
    ),
    connections: told(/^(TCP_CONNECT_ATTEMPT|UDP_CONNECT|UDP_BYTES_SENT|SOCKET_POOL_CONNECTING|QUIC_SESSION)/).filter((line) =>
      /address|host|byte_count/.test(line),
    ),
  };
}
