import type { VisitedPage } from '#shared/hands-on.ts';
import type { Navigation } from './navigations.ts';

type Visit = { id: number; navigation: Navigation; url: string; title: string; at: Date; kept: string[] };

const mostVisits = 500;

/** Pages of a sitting, in the order they were shown; memory only. */
export class Visits {
  private readonly visits: Visit[] = [];
  private count = 0;

  get shown(): Visit | null {
    return this.visits.at(-1) ?? null;
  }

  /** Another page, or the same document under another address. */
  add(navigation: Navigation, url: string, title: string): void {
    const before = this.shown;
    if (before?.navigation === navigation && before.url === url) return;
    this.visits.push({ id: ++this.count, navigation, url, title, at: new Date(), kept: [] });
    if (this.visits.length > mostVisits) this.visits.shift();
  }

  named(title: string): void {
    if (this.shown !== null) this.shown.title = title;
  }

  list(shown: Navigation | null): VisitedPage[] {
    return this.visits.map(({ id, url, title, at, kept, navigation }, index) => ({
      id,
      url,
      title,
      at: at.toISOString(),
      isShown: index === this.visits.length - 1 && navigation === shown,
      kept: [...kept],
    }));
  }

  /**
   * Where the person had been, for the record of a page: addresses without their parameters, which may log a stranger
   * in. Only the page's own is told whole, elsewhere.
   */
  history(): { at: string; url: string }[] {
    return this.visits.map(({ at, url }) => ({
      at: at.toISOString(),
      url: url.replace(/[?#].*$/s, (rest) => (rest.length > 1 ? `${rest[0] ?? ''}…` : '')),
    }));
  }
}
