/** Long work that runs. */
import { z } from 'zod';
import { job } from '../model/events.ts';
import { jobId } from '../model/primitives.ts';
import { engineCall, nothing } from './call.ts';

export const jobsContract = {
  'jobs.list': engineCall(nothing, z.array(job)),
  'jobs.cancel': engineCall(z.object({ jobId }), z.object({ found: z.boolean() })),
} as const;
