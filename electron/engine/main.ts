/** The engine as a process of its own: speaks `shared/wire.ts` over Electron's parent port or Node's IPC channel. */
import { toErrorData } from '#shared/errors.ts';
import type { FromEngine, WireCall } from '#shared/wire.ts';
import { createEngine } from './engine.ts';

type Port = { send(message: FromEngine): void; listen(receive: (call: WireCall) => void): void };

/** Electron's utility process gives `process.parentPort`; a Node child gives `process.send`. */
function port(): Port {
  const parent = (process as { parentPort?: { postMessage(m: unknown): void; on(e: 'message', f: (m: { data: unknown }) => void): void } })
    .parentPort;
  if (parent !== undefined) {
    return {
      send: (message) => parent.postMessage(message),
      listen: (receive) => parent.on('message', ({ data }) => receive(data as WireCall)),
    };
  }
  if (process.send === undefined) throw new Error('the engine process needs a parent to speak to');
  return {
    send: (message) => process.send?.(message),
    listen: (receive) => process.on('message', (data) => receive(data as WireCall)),
  };
}

function start(): void {
  const { send, listen } = port();
  const { HOLDFAST_MIGRATIONS: migrations, HOLDFAST_VERSION: version, HOLDFAST_ACTOR: actor } = process.env;
  if (migrations === undefined || version === undefined) throw new Error('HOLDFAST_MIGRATIONS and HOLDFAST_VERSION must be set');
  const engine = createEngine({ migrations, version, ...(actor === undefined ? {} : { actor }) });
  engine.on((event) => send({ kind: 'event', event }));
  listen(({ id, name, input }) => {
    engine.call(name as never, input as never).then(
      (value: unknown) => send({ kind: 'result', id, value }),
      (error: unknown) => send({ kind: 'failure', id, error: toErrorData(error) }),
    );
  });
  // The window is gone: nothing is left to answer to, and the case's lock must be let go.
  process.on('disconnect', () => void engine.close().finally(() => process.exit(0)));
  send({ kind: 'ready', pid: process.pid, node: process.versions.node });
}

start();
