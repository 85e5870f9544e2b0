import { create } from 'zustand';
import { toErrorData } from '#shared/errors.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { goTo, useSession } from '../shell/session.ts';
import { notify, notifyError } from '../ui/toast.tsx';

/** The verification that runs now, if one does; it goes on wherever the person looks meanwhile. */
export const useVerifyRun = create<{ jobId: string | null }>(() => ({ jobId: null }));

/** Verifies the case and says what came of it. A second call while one runs does nothing. */
export async function startVerify({ resume = false }: { resume?: boolean } = {}): Promise<void> {
  if (useVerifyRun.getState().jobId !== null) return;
  const jobId = `verify-${crypto.randomUUID()}`;
  useVerifyRun.setState({ jobId });
  try {
    const { findings } = await call('verify.run', { jobId, resume });
    const count = findings.length;
    if (useSession.getState().place.name === 'custody') return; // it stands there already
    notify({
      tone: count === 0 ? 'good' : 'bad',
      title: count === 0 ? t('verify.done') : t('verify.done.findings', { count }),
      action: { label: t('verify.show'), run: () => goTo({ name: 'custody' }) },
    });
  } catch (error) {
    if (toErrorData(error).code !== 'cancelled') notifyError(error);
  } finally {
    useVerifyRun.setState({ jobId: null });
  }
}

export function cancelVerify(): void {
  const { jobId } = useVerifyRun.getState();
  if (jobId !== null) void call('jobs.cancel', { jobId });
}
