import { CircleCheck, CirclePause, CirclePlay, TriangleAlert, type LucideIcon } from 'lucide-react';
import { errorWords } from '#shared/error-words.ts';
import type { QueueCounts, QueueStatus } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { Progress } from '../ui/progress.tsx';
import { asErrorData } from './entry-words.ts';

/** What the queue does now and why, in a sentence, and how far it is. */
export function QueueNow({ status, counts, canWrite }: { status: QueueStatus; counts: QueueCounts; canWrite: boolean }) {
  const { icon: Icon, title, text } = words(status);
  const total = counts.waiting + counts.done + counts.failed;
  const ended = counts.done + counts.failed;
  const done = t(counts.failed === 0 ? 'queue.now.done' : 'queue.now.done.failed', { done: counts.done, total, failed: counts.failed });
  return (
    <section className="queue-now" data-state={status.state} role="status" aria-label={t('queue.title')}>
      <Icon aria-hidden />
      <div className="queue-now-words">
        <strong>{title}</strong>
        <span className="muted">{canWrite ? text : t('queue.now.reading')}</span>
      </div>
      {total === 0 ? null : (
        <div className="queue-now-progress">
          <span className="number muted">{done}</span>
          <Progress label={done} fraction={ended / total} />
        </div>
      )}
    </section>
  );
}

function words({ state, reason, error, running, again }: QueueStatus): { icon: LucideIcon; title: string; text: string } {
  if (state === 'running') {
    const resting = running.length === 0 && again.length > 0;
    return { icon: CirclePlay, title: t('queue.now.running'), text: t(resting ? 'queue.now.resting.text' : 'queue.now.running.text') };
  }
  if (reason === 'problem') {
    const problem = error === null ? null : errorWords(asErrorData(error));
    return { icon: TriangleAlert, title: t('queue.now.problem'), text: problem === null ? '' : `${problem.title} ${problem.remedy}` };
  }
  if (state === 'pausing' && reason === 'person')
    return { icon: CirclePause, title: t('queue.now.pausing'), text: t('queue.now.pausing.text', { count: running.length }) };
  const icon = reason === 'network-away' ? TriangleAlert : reason === 'finished' ? CircleCheck : CirclePause;
  const key = reason ?? 'paused';
  return { icon, title: t(`queue.now.${key}`), text: t(`queue.now.${key}.text`) };
}
