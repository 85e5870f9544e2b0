import { contract, type CallName } from './contract.ts';
import { HoldfastError } from './errors.ts';

/** Whether the contract has a call of this name. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

/** A call's input with its defaults filled in. `wrong-input` names the first field that does not fit. */
export function parseInput(name: string, input: unknown): unknown {
  if (!isCallName(name)) throw new HoldfastError('unknown-call', { name });
  const parsed = contract[name].input.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HoldfastError('wrong-input', { name, field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}
