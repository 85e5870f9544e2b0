import type { IncomingMessage, ServerResponse } from 'node:http';

/** `main` 127.0.0.1, `port` the same host on another port, `other` and `third` other hosts, `secure…` over TLS. */
export const originNames = ['main', 'port', 'other', 'third', 'secure', 'secureOther'] as const;
export type OriginName = (typeof originNames)[number];
/** Each without a slash at the end: `http://127.0.0.1:40123`. */
export type Origins = Record<OriginName, string>;

/** A request as it reached the site. */
export type SiteRequest = {
  at: Date;
  origin: OriginName;
  method: string;
  path: string;
  /** With its question mark, or empty. */
  search: string;
  /** Every header in the order and case it came in. */
  headers: [name: string, value: string][];
  body: Buffer;
  /** 0 until the answer began. */
  status: number;
  /** Bytes of body a streaming answer has given to the network so far; other answers leave it 0. */
  sent: number;
};

/** What the tests can change while the site runs. */
export type SiteState = {
  /** What `/leaflet` answers: a page, a changed page, or one of the ways in which it is gone. */
  leaflet: 'first' | 'second' | 'missing' | 'gone' | 'removed';
  /** The value of the `session` cookie a login gives, new for each site. */
  session: string;
};

export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  body: Buffer;
  entry: SiteRequest;
  origins: Origins;
  state: SiteState;
};
export type Answer = (exchange: Exchange) => void | Promise<void>;

/** By path; a key that ends in `*` stands for every path that starts like it. */
export type Routes = Record<string, Answer>;

/** A page and what someone who loads it, scrolls to its end and waits for quiet sees. */
export type SitePage = {
  url: string;
  /** Words of its visible text, in all frames, each on one line. */
  text: string[];
  /** `<img>` elements with a natural width above 0, in all frames. */
  images: number;
  /** Addresses the page asks for besides its own, in no order. */
  asks: string[];
  /** Addresses that it asks for in vain. */
  fails: string[];
};
