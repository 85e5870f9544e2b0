import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { UtcTime } from '../ui/times.tsx';

export function RecentCases({ onOpen }: { onOpen: (folder: string) => void }) {
  const recent = useCall('recent.list', {});
  return (
    <section className="welcome-recent">
      <h2>{t('welcome.recent')}</h2>
      {recent.data?.length === 0 ? <p className="faint">{t('welcome.recent.empty')}</p> : null}
      <ul>
        {recent.data?.map(({ folder, title, openedAt }) => (
          <li key={folder}>
            <button type="button" className="welcome-case" onClick={() => onOpen(folder)}>
              <strong className="truncate">
                <bdi>{title}</bdi>
              </strong>
              <span className="faint truncate" dir="ltr" title={folder}>
                {folder}
              </span>
              <span className="muted">
                <UtcTime at={openedAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
