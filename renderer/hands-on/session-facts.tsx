import './session-facts.css';
import type { SessionInfo } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';

/** Where logins lie, and which sites have left something; never what. */
export function SessionFacts({ info }: { info: SessionInfo | null }) {
  return (
    <>
      <p className="muted">{t('hands-on.session.text')}</p>
      {info === null ? null : info.cookies === 0 ? (
        <p className="faint">{t('hands-on.session.empty')}</p>
      ) : (
        <>
          <h3>{t('hands-on.session.count', { cookies: info.cookies, sites: info.sites.length })}</h3>
          <ul className="session-sites">
            {info.sites.map(({ site, cookies }) => (
              <li key={site}>
                <span className="truncate" dir="ltr">
                  {site}
                </span>
                <span className="number faint">{cookies}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="muted">{t('hands-on.session.wipe.text')}</p>
    </>
  );
}
