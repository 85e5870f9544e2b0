import { useState } from 'react';
import type { CallInput, CallName, CallOutput } from '#shared/contract.ts';
import { call, useAct } from '../shell/engine.ts';
import { jobFraction, useJob } from '../shell/jobs.ts';

type JobCallName = { [Name in CallName]: CallInput<Name> extends { jobId?: string | undefined } ? Name : never }[CallName];

/** A long call that a dialog starts, follows and can cancel. A cancelled one is no error. */
export function useJobCall<Name extends JobCallName>(name: Name) {
  const [jobId, setJobId] = useState<string | null>(null);
  const act = useAct(name, { quiet: true });
  const job = useJob(jobId);
  const run = (input: Omit<CallInput<Name>, 'jobId'>) => {
    const id = `${name}-${crypto.randomUUID()}`;
    setJobId(id);
    act.mutate({ ...input, jobId: id } as CallInput<Name>);
  };
  return {
    run,
    cancel: () => void (jobId !== null && call('jobs.cancel', { jobId })),
    isRunning: act.isPending,
    subject: job?.subject ?? '',
    fraction: job === null ? null : jobFraction(job),
    result: act.data as CallOutput<Name> | undefined,
    error: act.error?.code === 'cancelled' ? null : act.error,
  };
}
