import type { SeenParameter } from '#shared/hands-on.ts';
import { looksLikeToken, looksSecret } from './redaction/secret-values.ts';

type Seen = { hosts: Set<string>; values: Set<string> };
const mostNames = 500;
const mostValues = 200;

/** Parameters of every address met in a sitting. Their values stay in memory and leave it nowhere. */
export class SeenParameters {
  private readonly seen = new Map<string, Seen>();
  private readonly hosts = new Set<string>();
  private readonly known = new Set<string>();

  note(address: string): void {
    const url = URL.parse(address);
    if (url === null || !/^https?:$/.test(url.protocol)) return;
    this.hosts.add(url.hostname);
    const inFragment = url.hash.includes('=') ? [...new URLSearchParams(url.hash.slice(1))] : [];
    for (const [name, value] of [...url.searchParams, ...inFragment]) {
      if (name === '' || value === '') continue;
      const one = this.seen.get(name) ?? { hosts: new Set<string>(), values: new Set<string>() };
      if (!this.seen.has(name) && this.seen.size >= mostNames) continue;
      this.seen.set(name, one);
      one.hosts.add(url.host);
      if (one.values.size < mostValues) one.values.add(value);
    }
  }

  /** Whether a cookie of this domain was sent anywhere in the sitting. */
  hasHost(domain: string): boolean {
    const site = domain.replace(/^\./, '');
    return [...this.hosts].some((host) => host === site || host.endsWith(`.${site}`));
  }

  /** The person has looked at what there was. */
  reviewed(): void {
    for (const name of this.seen.keys()) this.known.add(name);
  }

  /** How many look like a token, and nobody has said yet whether they are. */
  toReview(marked: ReadonlySet<string>): number {
    return this.list(marked).filter(({ name, looksSecret, isMarked }) => looksSecret && !isMarked && !this.known.has(name)).length;
  }

  /** Those that look like a token first. */
  list(marked: ReadonlySet<string>): SeenParameter[] {
    const all = [...this.seen].map(([name, { hosts, values }]) => {
      const [example = ''] = values;
      return {
        name,
        hosts: [...hosts].slice(0, 20),
        example: example.length > 3 ? `${example.slice(0, 3)}…` : '…',
        looksSecret: looksLikeToken(name) || [...values].some((value) => looksSecret(value, 20)),
        isMarked: marked.has(name),
      };
    });
    return all.sort((a, b) => Number(b.looksSecret) - Number(a.looksSecret) || a.name.localeCompare(b.name));
  }

  /** Values of marked parameters that are withheld wherever they stand, because they look like nothing else. */
  secretsOf(marked: ReadonlySet<string>): string[] {
    return [...this.seen].flatMap(([name, { values }]) => (marked.has(name) ? [...values].filter((value) => looksSecret(value)) : []));
  }
}
