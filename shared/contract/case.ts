/** The case that is open, who acts, and the cases opened lately. */
import { z } from 'zod';
import { caseInfo, caseSettings, recentCase } from '../model/case.ts';
import { jobId, words } from '../model/primitives.ts';
import { engineCall, mainCall, nothing, path } from './call.ts';

export const caseContract = {
  'case.create': engineCall(z.object({ folder: path, title: words }), caseInfo, 'case'),
  'case.open': engineCall(z.object({ folder: path, access: z.enum(['write', 'read']).default('write') }), caseInfo, 'case'),
  'case.close': engineCall(nothing, nothing, 'case'),
  'case.info': engineCall(nothing, caseInfo.nullable()),
  'case.configure': engineCall(caseSettings.partial(), caseSettings, 'case', 'journal'),
  /** Who acts from now on, as the journal names them. */
  'session.identify': engineCall(z.object({ actor: words }), nothing),
  'sample.open': mainCall(z.object({ jobId: jobId.optional() }), caseInfo),
  'recent.list': mainCall(nothing, z.array(recentCase)),
} as const;
