import type { Session } from 'electron';
import type { SessionInfo } from '#shared/hands-on.ts';

/** Which sites a session holds cookies of, without names and values. */
export async function sessionInfo(session: Session): Promise<SessionInfo> {
  const cookies = await session.cookies.get({});
  const counts = new Map<string, number>();
  for (const { domain = '' } of cookies) {
    const site = domain.replace(/^\./, '');
    counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  const sites = [...counts].map(([site, count]) => ({ site, cookies: count }));
  return { cookies: cookies.length, sites: sites.sort((a, b) => a.site.localeCompare(b.site)) };
}
