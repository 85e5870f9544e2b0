import { useCallback, useEffect, useRef, useState } from 'react';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import { call } from '../shell/engine.ts';
import { notifyError } from '../ui/toast.tsx';

export type OpeningFailure = { folder: string | null; error: HoldfastError };

/** The ways into a case, and why the last one failed. */
export function useCaseOpening() {
  const [failure, setFailure] = useState<OpeningFailure | null>(null);
  const [sampleJob, setSampleJob] = useState<string | null>(null);
  const [fileJob, setFileJob] = useState<string | null>(null);
  const isShown = useIsShown();

  const attempt = useCallback(
    async (folder: string | null, act: () => Promise<unknown>) => {
      setFailure(null);
      try {
        await act();
      } catch (error) {
        const { code, facts } = toErrorData(error);
        if (code === 'cancelled') return;
        // The sample opens its case before it is filled, and may fail after this screen is gone.
        if (isShown.current) setFailure({ folder, error: new HoldfastError(code, facts) });
        else notifyError(error);
      }
    },
    [isShown],
  );
  const open = useCallback(
    (folder: string, access: 'write' | 'read' = 'write') => void attempt(folder, () => call('case.open', { folder, access })),
    [attempt],
  );
  const choose = useCallback(
    () =>
      void attempt(null, async () => {
        const { folder } = await call('dialogs.chooseCase', {});
        if (folder !== null) open(folder);
      }),
    [attempt, open],
  );
  const openFile = useCallback(
    () =>
      void attempt(null, async () => {
        const { path } = await call('dialogs.chooseCaseFile', {});
        if (path === null) return;
        const jobId = `open-file-${crypto.randomUUID()}`;
        setFileJob(jobId);
        await call('casefile.open', { path, jobId }).finally(() => setFileJob(null));
      }),
    [attempt],
  );
  const openSample = useCallback(() => {
    const jobId = `sample-${crypto.randomUUID()}`;
    setSampleJob(jobId);
    void attempt(null, () => call('sample.open', { jobId })).finally(() => setSampleJob(null));
  }, [attempt]);
  const readInstead = useCallback(() => {
    if (failure !== null) open(failure.folder ?? String(failure.error.facts['folder']), 'read');
  }, [failure, open]);
  return { failure, sampleJob, fileJob, open, choose, openFile, openSample, readInstead };
}

function useIsShown() {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);
  return isShown;
}
