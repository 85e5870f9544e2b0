import type { EngineClient } from '#engine/engine.ts';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { EngineEvent } from '#shared/model/events.ts';

export type CaptureDeps = {
  engine: Pick<EngineClient, 'call'>;
  emit(event: EngineEvent): void;
};

export function runCapture(_deps: CaptureDeps, input: ParsedInput<'capture.run'>, _signal: AbortSignal): Promise<{ itemId: string }> {
  return Promise.reject(new HoldfastError('not-supported', { feature: `capture of ${input.url}`, instead: '' }));
}
