import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCall } from '../shell/engine.ts';
import { showDialog } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { retryTimestamps } from './seal-acts.ts';

/** Whether anybody is asked for timestamps, and what waits; one line above the seals. */
export function StampStrip() {
  const { data, error } = useCall('timestamps.state', {});
  const canWrite = useCanWrite();
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  const { authorities, allowed, proved, queued, failed } = data;
  const words =
    authorities === 0 ? t('stamps.strip.none') : allowed ? t('stamps.strip.on', { proved, queued, failed }) : t('stamps.strip.off');
  return (
    <div className="stamp-strip" role="status">
      <span className="muted">{words}</span>
      {canWrite && (authorities === 0 || !allowed) ? (
        <Button size="s" variant="quiet" onPress={() => showDialog('authorities')}>
          {t(authorities === 0 ? 'stamps.strip.set-up' : 'stamps.strip.allow')}
        </Button>
      ) : null}
      {canWrite && allowed && queued > 0 ? (
        <Button size="s" variant="quiet" onPress={() => void retryTimestamps()}>
          {t('stamps.retry.all')}
        </Button>
      ) : null}
    </div>
  );
}
