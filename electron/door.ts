import type { Answer } from '#shared/bridge.ts';
import { contract, type CallName, type CallOutput, type MainCallName, type ParsedInput } from '#shared/contract.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import { isCallName, parseInput } from '#shared/parse-input.ts';

/** What main itself answers: one function for each call of the contract marked `main`. */
export type MainHandlers = { [Name in MainCallName]: (input: ParsedInput<Name>) => Promise<CallOutput<Name>> };
export type CallEngine = (name: string, input: unknown) => Promise<unknown>;

/**
 * The one door between window and program: looks the call up, parses its input, and passes it to the process that
 * answers it. Never throws: errors leave as data.
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

function isMainCall(name: CallName): name is MainCallName {
  return contract[name].where === 'main';
}
