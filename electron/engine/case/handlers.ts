import { resolve } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import type { EngineHandlers } from '../handlers.ts';
import type { CaseContext, EngineState } from '../context.ts';
import { caseInfo } from './case-info.ts';
import { createCase, openCase } from './open-case.ts';

export const caseCalls = {
  'case.create': async (engine, { folder, title }) => {
    await closeCase(engine);
    engine.open = await createCase(engine, resolve(folder), title);
    return caseInfo(engine.open);
  },
  'case.open': async (engine, { folder: given, access }) => {
    const folder = resolve(given);
    if (engine.open?.folder !== folder || wants(access) !== wants(engine.open)) {
      // The same case asked for with other access: its own lock must go first.
      if (engine.open?.folder === folder) await closeCase(engine);
      // Opened before the other is closed, so that a refusal leaves the person where they were.
      const next = await openCase(engine, folder, access);
      await closeCase(engine);
      engine.open = next;
    }
    return caseInfo(engine.open);
  },
  'case.close': async (engine) => {
    await closeCase(engine);
    return {};
  },
  'case.info': async (engine) => (engine.open === null ? null : caseInfo(engine.open)),
  'session.identify': async (engine, { actor }) => {
    engine.settings.actor = actor;
    return {};
  },
  'jobs.list': async (engine) => engine.jobs.list(),
  'jobs.cancel': async (engine, { jobId }) => ({ found: engine.jobs.cancel(jobId) }),
} satisfies Partial<EngineHandlers>;

function wants(access: 'write' | 'read' | CaseContext): 'write' | 'read' {
  if (typeof access === 'string') return access;
  return access.readOnlyReason === 'asked' ? 'read' : 'write';
}

export async function closeCase(engine: EngineState): Promise<void> {
  await engine.jobs.cancelAll();
  const open = engine.open;
  engine.open = null;
  await open?.close();
}

/** The open case, or `no-case-open`. */
export function requireCase(engine: EngineState): CaseContext {
  if (engine.open === null) throw new HoldfastError('no-case-open');
  return engine.open;
}
