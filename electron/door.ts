import { contract, type CallName, type MainCallName } from '#shared/contract.ts';
import type { Answer } from '#shared/bridge.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';

/** Answers a call whose input is already parsed. */
export type Handler = (input: never) => Promise<unknown>;
export type MainHandlers = Record<MainCallName, Handler>;
export type CallEngine = (name: string, input: unknown) => Promise<unknown>;

/**
 * The one door between window and program: looks the call up, parses its input once, and passes it to the process
 * that answers it. Never throws: errors leave as data.
 */
export function openDoor(callEngine: CallEngine, handlers: MainHandlers): (name: unknown, input: unknown) => Promise<Answer> {
  return async (name, input) => {
    try {
      if (!isCallName(name)) throw new HoldfastError('unknown-call', { name: String(name) });
      const parsed = parseInput(name, input);
      const value = isMainCall(name)
        ? await (handlers[name] as (given: unknown) => Promise<unknown>)(parsed)
        : await callEngine(name, parsed);
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error: toErrorData(error) };
    }
  };
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

function isMainCall(name: CallName): name is MainCallName {
  return contract[name].where === 'main';
}

function parseInput(name: CallName, input: unknown): unknown {
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HoldfastError('wrong-input', {
    call: name,
    field: issue?.path.join('.') ?? '',
    problem: issue?.message ?? '',
  });
}
