/** What a call of the contract is made of. */
import { z } from 'zod';
import type { Topic } from '../model/events.ts';
import { id, words } from '../model/primitives.ts';

export type Call<Input extends z.ZodType, Output extends z.ZodType> = {
  where: 'engine' | 'main';
  input: Input;
  output: Output;
  changes: readonly Topic[];
};

export function engineCall<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  ...changes: Topic[]
): Call<Input, Output> & { where: 'engine' } {
  return { where: 'engine', input, output, changes };
}

export function mainCall<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Call<Input, Output> & { where: 'main' } {
  return { where: 'main', input, output, changes: [] };
}

export const nothing = z.object({});
export const byId = z.object({ id });
export const path = z.string().min(1).max(4096);
/** Why a person takes something back. */
export const reason = words;
