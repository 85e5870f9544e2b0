import { assertNever } from '#shared/errors.ts';
import type { VideoHelper as Helper } from '#shared/model/video.ts';
import { t } from '../messages/index.ts';
import { call, queryClient, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { CopyDigest, Digest } from '../ui/digest.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { notifyError } from '../ui/toast.tsx';

/** Which yt-dlp fetches videos, whether it works, and the choice of another. */
export function VideoHelper({ isChosen }: { isChosen: boolean }) {
  const helper = useCall('video.helper', {});
  const look = async () => {
    await queryClient.invalidateQueries({ queryKey: ['settings.get'] });
    await helper.refetch();
  };
  const choose = async () => {
    const { path } = await call('helpers.choose', {});
    if (path !== null) await look();
  };
  const forget = async () => {
    await call('helpers.forget', {});
    await look();
  };
  return (
    <section className="settings-video" aria-label={t('settings.video')}>
      <h2>{t('settings.video')}</h2>
      <p className="muted">{t('settings.video.text')}</p>
      {helper.error === null ? null : <ErrorNotice error={helper.error} />}
      {helper.isFetching || helper.data === undefined ? (
        <p role="status">{t('settings.video.looking')}</p>
      ) : (
        <HelperState helper={helper.data} />
      )}
      <div className="settings-video-acts">
        <Button onPress={() => void choose().catch(notifyError)}>{t('settings.video.choose')}</Button>
        {isChosen ? <Button onPress={() => void forget().catch(notifyError)}>{t('settings.video.forget')}</Button> : null}
        <Button variant="quiet" onPress={() => void look().catch(notifyError)}>
          {t('settings.video.check')}
        </Button>
      </div>
    </section>
  );
}

function HelperState({ helper }: { helper: Helper }) {
  switch (helper.state) {
    case 'ready':
      return (
        <Facts
          facts={[
            { label: t('settings.video.version'), value: <span className="mono selectable">{helper.version}</span> },
            { label: t('settings.video.path'), value: <Path path={helper.path} /> },
            { label: t('settings.video.origin'), value: t(`settings.video.origin.${helper.origin}`) },
            {
              label: t('settings.video.sha256'),
              value: (
                <>
                  <Digest sha256={helper.sha256} /> <CopyDigest sha256={helper.sha256} />
                </>
              ),
            },
          ]}
        />
      );
    case 'broken':
      return (
        <div className="settings-video-trouble" role="status">
          <strong>{t('settings.video.broken', { problem: helper.problem })}</strong>
          <Path path={helper.path} />
          <span>{t('settings.video.broken.text')}</span>
        </div>
      );
    case 'missing':
      return (
        <div className="settings-video-trouble" role="status">
          <strong>{helper.path === null ? t('settings.video.missing') : t('settings.video.missing.at', { path: helper.path })}</strong>
          <span>{t('settings.video.missing.text', { command: helper.command })}</span>
        </div>
      );
    default:
      return assertNever(helper);
  }
}

function Path({ path }: { path: string }) {
  return (
    <span className="mono selectable settings-video-path" dir="ltr">
      {path}
    </span>
  );
}
