import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { jobFraction, useJobs } from '../shell/jobs.ts';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';

/** A case file is checked before it is opened, which takes as long as reading all of it. */
export function OpeningFile({ jobId }: { jobId: string }) {
  const job = useJobs((state) => state.running.at(-1));
  return (
    <div className="welcome-progress" role="status">
      <span className="truncate" dir="auto">
        {t('casefile.open.running')}
        {job === undefined ? '' : `: ${job.subject}`}
      </span>
      <Progress label={t('casefile.open.running')} fraction={job === undefined ? null : jobFraction(job)} />
      <Button size="s" onPress={() => void call('jobs.cancel', { jobId })}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
}
