/**
 * What the toolbar of the window a person browses in may ask and is told: a boundary of its own, so that the toolbar
 * reaches nothing else of the program. Addresses in here are for the person's eyes and are never written down.
 */
import { z } from 'zod';
import type { ErrorData } from './errors.ts';

const nothing = z.object({});

export const handsOnCalls = {
  /** The state now; every change is sent as well. */
  state: nothing,
  /** To an address as typed; http and https only. */
  go: z.object({ address: z.string().max(8192) }),
  move: z.object({ to: z.enum(['back', 'forward', 'reload', 'stop']) }),
  /** Keeps the page on screen as it stands. `scroll`: goes to its end first. */
  keep: z.object({ scroll: z.boolean() }),
  /** Parameters of addresses met in this sitting. */
  parameters: nothing,
  mark: z.object({
    parameters: z.array(z.string().max(200)).max(500),
    values: z.array(z.string().min(4).max(2000)).max(50),
  }),
  /** Which sites the case's session holds cookies of. */
  session: nothing,
  wipe: nothing,
  /** Lets the certificate pass that the trouble names. */
  acceptCertificate: z.object({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Where the page's view begins, in CSS pixels from the top; `aside` while the toolbar needs the whole window. */
  place: z.object({ top: z.number().int().min(0).max(400), aside: z.boolean() }),
  /** The name and password a site asks for over HTTP itself (RFC 9110 section 11); null gives none. */
  logIn: z.object({ given: z.object({ user: z.string().max(1000), password: z.string().max(1000) }).nullable() }),
  /** Shows a kept page in the program's own window. */
  show: z.object({ itemId: z.string().max(100) }),
  done: nothing,
} as const;
export type HandsOnCalls = typeof handsOnCalls;
export type HandsOnCall = keyof HandsOnCalls;
export type HandsOnInput<Name extends HandsOnCall> = z.output<HandsOnCalls[Name]>;

export type VisitedPage = {
  id: number;
  url: string;
  title: string;
  /** ISO 8601, UTC. */
  at: string;
  isShown: boolean;
  /** Items made of it, the newest last. */
  kept: readonly string[];
};

/** A thing the page wanted and did not get, told in passing. */
export type HandsOnNote = { id: number; kind: 'popup' | 'popup-here' | 'download' | 'scheme'; url: string };

export type HandsOnState = {
  caseTitle: string;
  page: {
    url: string;
    title: string;
    isLoading: boolean;
    canGoBack: boolean;
    canGoForward: boolean;
    /** `plain` without TLS; `accepted`: a certificate nobody vouches for, taken by the person. */
    security: 'none' | 'plain' | 'secure' | 'accepted';
    certificate: { subject: string; issuer: string; validTo: string; problem: string | null } | null;
  };
  /** Why there is no page. */
  trouble: ErrorData | null;
  /** `bytes` of bodies recorded in the sitting, of `limitBytes` that it may take. */
  recording: { startedAt: string; exchanges: number; bytes: number; limitBytes: number };
  pages: readonly VisitedPage[];
  keeping: 'no' | 'settle' | 'scroll' | 'mhtml' | 'screenshot' | 'print' | 'redact' | 'keep';
  /** How the last keeping ended. */
  lastKept: { itemId: string; withheld: number } | null;
  problem: ErrorData | null;
  /** A site asks for a name and password over HTTP itself. */
  asksLogin: { host: string; realm: string } | null;
  note: HandsOnNote | null;
  /** How much the person marked to be withheld. */
  marked: number;
  /** Parameters that look like tokens, of which the person has not said whether they are. */
  toReview: number;
};

/** A parameter of addresses: where it stood and the start of a value. */
export type SeenParameter = { name: string; hosts: string[]; example: string; looksSecret: boolean; isMarked: boolean };
export type ParametersSeen = { parameters: SeenParameter[]; values: number };

export type SessionInfo = { cookies: number; sites: { site: string; cookies: number }[] };

/** Keys pressed in the page that mean the toolbar. */
export type HandsOnCommand = 'keep' | 'address';
export type HandsOnEvent = { type: 'state'; state: HandsOnState } | { type: 'command'; command: HandsOnCommand };

/** Errors cross as data, as in `bridge.ts`. */
export type HandsOnAnswer = { ok: true; value: unknown } | { ok: false; error: ErrorData };
export type HandsOnBridge = {
  call(name: string, input: unknown): Promise<HandsOnAnswer>;
  /** Returns the way to stop listening. */
  on(listener: (event: HandsOnEvent) => void): () => void;
};
