import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { jobFraction, useJob, useJobs } from '../shell/jobs.ts';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';

/** Building the sample takes captures and imports; each step is a job of its own that shows here. */
export function SampleProgress({ jobId }: { jobId: string }) {
  const own = useJob(jobId);
  const newest = useJobs((state) => state.running.at(-1));
  const job = own ?? newest;
  return (
    <div className="welcome-progress" role="status">
      <span className="truncate" dir="auto">
        {t('welcome.sample.building')}
        {job === undefined ? '' : `: ${job.subject}`}
      </span>
      <Progress label={t('welcome.sample.building')} fraction={job === undefined ? null : jobFraction(job)} />
      <Button size="s" onPress={() => void call('jobs.cancel', { jobId })}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
}
