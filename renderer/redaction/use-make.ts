import { useState } from 'react';
import { toErrorData } from '#shared/errors.ts';
import type { RedactionMade } from '#shared/model/redactions.ts';
import { call } from '../shell/engine.ts';
import type { DraftRegion } from './draft-regions.ts';

type Asked = { itemId: string; fileId: string | null; list: readonly DraftRegion[]; password: string | null };
type Make = {
  jobId: string | null;
  error: unknown;
  made: RedactionMade | null;
  make: (asked: Asked) => Promise<void>;
  cancel: () => void;
  again: () => void;
};

/** The making of one copy. A failure leaves the places as they are, so that they can be corrected. */
export function useMake(): Make {
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [made, setMade] = useState<RedactionMade | null>(null);
  const make = async ({ itemId, fileId, list, password }: Asked) => {
    const id = `redaction-${crypto.randomUUID()}`;
    setJobId(id);
    setError(null);
    try {
      const regions = list.map(({ region }) => region);
      const file = fileId === null ? {} : { fileId };
      setMade(await call('redactions.create', { itemId, ...file, regions, ...(password === null ? {} : { password }), jobId: id }));
    } catch (problem) {
      if (toErrorData(problem).code !== 'cancelled') setError(problem);
    } finally {
      setJobId(null);
    }
  };
  const cancel = () => void (jobId !== null && call('jobs.cancel', { jobId }));
  return { jobId, error, made, make, cancel, again: () => setMade(null) };
}
