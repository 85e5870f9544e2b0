import { t } from '../../../messages/index.ts';
import { useCanWrite } from '../../../shell/case-info.ts';
import { call, useAct } from '../../../shell/engine.ts';
import { jobFraction, useJobs } from '../../../shell/jobs.ts';
import { Button } from '../../../ui/button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { proxyOf } from '../played-file.ts';
import type { Bench } from '../use-bench.ts';

/** The end of what can be reached may lie this much before the recording's without anything being lost, in seconds. */
const SLACK = 0.5;

/** What is played when it is not the original, and what can be done when the original cannot be played. */
export function PlayedNotice({ bench }: { bench: Bench }) {
  const { played, player, item, file, facts, survey } = bench;
  const cannotShow = player.failed || (player.isLoaded && facts.hasPicture && player.picture.width === 0);
  if (cannotShow && !played.isProxy) return <CannotPlay bench={bench} />;
  if (cannotShow) return <p className="media-failed" role="alert">{t('reader.media.failed')}</p>; // prettier-ignore
  if (played.isProxy)
    return (
      <p className="media-badge" role="status">
        {t('reader.media.proxy.shown')}
        <Button size="s" variant="quiet" onPress={() => bench.setWantsOriginal(true)}>
          {t('reader.media.proxy.original')}
        </Button>
      </p>
    );
  if (proxyOf(item, file) !== undefined)
    return (
      <p className="media-badge" role="status">
        {t('reader.media.original.shown')}
        <Button size="s" variant="quiet" onPress={() => bench.setWantsOriginal(false)}>
          {t('reader.media.original.proxy')}
        </Button>
      </p>
    );
  const end = survey.scan?.end ?? 0;
  if (player.end > 0 && end > player.end + SLACK) return <p className="media-badge" role="status">{t('reader.media.unreachable')} <MakeProxy bench={bench} /></p>; // prettier-ignore
  return null;
}

function CannotPlay({ bench }: { bench: Bench }) {
  const { codec } = bench.facts;
  const canWrite = useCanWrite();
  const { wantsOriginal, setWantsOriginal, item, file } = bench;
  return (
    <div className="media-failed" role="alert">
      <strong>{codec === null ? t('reader.media.failed.title') : t('reader.media.failed.codec', { codec })}</strong>
      <p>{t('reader.media.failed.text')}</p>
      {wantsOriginal && proxyOf(item, file) !== undefined ? (
        <Button onPress={() => setWantsOriginal(false)}>{t('reader.media.original.proxy')}</Button>
      ) : canWrite ? (
        <MakeProxy bench={bench} />
      ) : (
        <p>{t('reader.read-only')}</p>
      )}
    </div>
  );
}

/** Makes the copy as a job that can be watched and cancelled here, also after one was elsewhere meanwhile. */
function MakeProxy({ bench: { item, file } }: { bench: Bench }) {
  const make = useAct('media.makeProxy');
  const job = useJobs(({ running }) => running.find(({ kind, subject }) => kind === 'proxy' && subject === file.name) ?? null);
  const start = () => make.mutate({ itemId: item.id, fileId: file.id, jobId: `proxy-${crypto.randomUUID()}` });
  if (!make.isPending && job === null) return <Button variant="go" onPress={start}>{t('reader.media.proxy.make')}</Button>; // prettier-ignore
  return (
    <span className="media-making">
      <Progress label={t('reader.media.proxy.making')} fraction={job === null ? null : jobFraction(job)} />
      <Button size="s" onPress={() => job !== null && void call('jobs.cancel', { jobId: job.id }).catch(() => undefined)}>
        {t('reader.media.proxy.cancel')}
      </Button>
    </span>
  );
}
