import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import type { FromEngine, WireCall } from '#shared/wire.ts';

/** A running engine process, whatever carries the messages. */
export type EngineLink = {
  post(message: WireCall): void;
  onMessage(listener: (message: FromEngine) => void): void;
  onExit(listener: (status: number | null) => void): void;
  stop(): void;
};

/** What the engine is told at its start. */
export type EngineStart = { entry: string; env: Record<string, string> };

/** The shipped way: a child of Electron that cannot outlive it and needs no Node on the machine. */
export function utilityLink({ entry, env }: EngineStart): EngineLink {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Holdfast engine',
    env: { ...process.env, ...env },
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    stop: () => void child.kill(),
  };
}

/** On a Node given by path: for an Electron whose own Node is too old for the database driver. */
export function nodeLink({ entry, env }: EngineStart, node: string): EngineLink {
  const child = fork(entry, [], {
    execPath: node,
    execArgv: [],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    // A child that just ended rejects the message; its exit listener answers the calls.
    post: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromEngine)),
    onExit: (listener) => {
      child.once('exit', listener);
      child.once('error', () => listener(null));
    },
    stop: () => void child.kill(),
  };
}
