import type { Page } from 'playwright';
import type { Answer, Bridge } from '#shared/bridge.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';

/** Makes a call of the contract from inside the window, the way the window itself does. */
export async function call<Name extends CallName>(page: Page, name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const answer: Answer = await page.evaluate(
    ([callName, given]) => (globalThis as unknown as { holdfast: Bridge }).holdfast.call(callName, given),
    [name, input] as const,
  );
  if (!answer.ok) throw new HoldfastError(answer.error.code, answer.error.facts);
  return answer.value as CallOutput<Name>;
}
