/** The engine without a process round it: parses calls, finds their function, announces what changed. */
import { userInfo } from 'node:os';
import { contract, type CallInput, type CallOutput, type EngineCallName } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { EngineEvent } from '#shared/model/events.ts';
import { parseInput } from '#shared/parse-input.ts';
import { closeCase, requireCase } from './case/handlers.ts';
import type { CaseContext, EngineState, Ports, Settings } from './context.ts';
import { caseHandlers, engineHandlers } from './handlers.ts';
import { Jobs } from './jobs/jobs.ts';
import { systemPorts } from './system-ports.ts';
import { keyFolder, writerKeyIn } from './keys/key-folder.ts';

/** How everything outside the engine speaks to it, in the same process or across one. */
export type EngineClient = {
  call<Name extends EngineCallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  on(listener: (event: EngineEvent) => void): () => void;
  /** Cancels what runs, closes the case and lets go of everything. */
  close(): Promise<void>;
};

/** `keys` is the folder of this installation's writer key. */
export type EngineSettings = { migrations: string; version: string; actor?: string; keys?: string };

export function createEngine({ keys, ...settings }: EngineSettings, ports: Ports = systemPorts): EngineClient {
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent) => listeners.forEach((listener) => listener(event));
  const full: Settings = { ...settings, actor: settings.actor ?? userInfo().username, writerKey: writerKeyIn(keys ?? keyFolder()) };
  const engine: EngineState = { open: null, jobs: new Jobs(emit, ports.newId), ports, settings: full, emit };
  return {
    async call(name, input) {
      const value = await dispatch(engine, name, input);
      const { changes } = contract[name];
      if (changes.length > 0) emit({ type: 'changed', topics: [...changes] });
      return value as CallOutput<typeof name>;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => closeCase(engine),
  };
}

async function dispatch(engine: EngineState, name: string, input: unknown): Promise<unknown> {
  const parsed = parseInput(name, input);
  if (Object.hasOwn(engineHandlers, name)) {
    const handler = engineHandlers[name as keyof typeof engineHandlers] as (engine: EngineState, input: unknown) => Promise<unknown>;
    return handler(engine, parsed);
  }
  if (Object.hasOwn(caseHandlers, name)) {
    const handler = caseHandlers[name as keyof typeof caseHandlers] as (ctx: CaseContext, input: unknown) => Promise<unknown>;
    return handler(requireCase(engine), parsed);
  }
  throw new HoldfastError('unknown-call', { name });
}
