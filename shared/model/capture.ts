import { z } from 'zod';
import { redaction } from './exchange.ts';
import { facts, timestamp } from './primitives.ts';

/** Bounds and choices of a capture; all are recorded in its provenance. */
export const captureOptions = z.object({
  /** The whole capture, in milliseconds. */
  timeLimitMs: z.number().int().min(1000).max(600_000).default(60_000),
  /** CSS pixels. */
  width: z.number().int().min(320).max(4096).default(1280),
  height: z.number().int().min(320).max(4096).default(900),
  scroll: z.boolean().default(true),
  /** Bytes of bodies recorded in all; what comes after is let go and told as missing. */
  sizeLimitBytes: z
    .number()
    .int()
    .min(1024 * 1024)
    .max(64 * 1024 ** 3)
    .default(512 * 1024 ** 2),
  /** `fresh`: a session of nobody that ends with the capture. `case`: the case's own, with what was logged in to by hand. */
  session: z.enum(['fresh', 'case']).default('fresh'),
  /** Fetch the page's video with yt-dlp where it is installed. */
  video: z.boolean().default(true),
  /** SHA-256 (hex, of the DER) of the leaf certificate that the person accepted although it did not verify. */
  certificateConsent: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
});
export type CaptureOptions = z.infer<typeof captureOptions>;

/** What the capture browser saw and staged on disk, before it becomes an item. */
export const captureResult = z.object({
  requestedUrl: z.string(),
  finalUrl: z.string(),
  /** The address that was answered with the page; a script may have given it another since, which is `finalUrl`. */
  documentUrl: z.string().optional(),
  redirects: z.array(z.object({ url: z.string(), status: z.number().int(), location: z.string() })),
  startedAt: timestamp,
  endedAt: timestamp,
  utcOffsetMinutes: z.number().int(),
  status: z.number().int(),
  requestHeaders: z.array(z.tuple([z.string(), z.string()])),
  responseHeaders: z.array(z.tuple([z.string(), z.string()])),
  remoteAddress: z.string().nullable(),
  tls: z.object({ protocol: z.string(), cipher: z.string() }).nullable(),
  /** Leaf first. */
  certificates: z.array(
    z.object({
      pem: z.string(),
      subject: z.string(),
      issuer: z.string(),
      validFrom: z.string(),
      validTo: z.string(),
    }),
  ),
  userAgent: z.string(),
  title: z.string(),
  /** JSON-LD blocks of the live page, which its MHTML does not carry. */
  jsonLd: z.array(z.string()),
  options: captureOptions,
  software: z.record(z.string(), z.string()),
  resources: z.object({
    kept: z.number().int(),
    /** Addresses that arrived; absent when there were too many to tell. */
    asked: z.array(z.string()).optional(),
    failed: z.array(z.object({ url: z.string(), reason: z.string() })),
    blocked: z.array(z.object({ url: z.string(), reason: z.string() })),
  }),
  clockEvidence: z.array(z.object({ url: z.string(), serverDate: z.string(), localDate: timestamp })),
  gaps: z.array(z.object({ reason: z.string(), facts })),
  /** How the server's certificate was judged: null without TLS; `problem` as Chromium names it; `consented` by the person. */
  trust: z.object({ problem: z.string().nullable(), consented: z.boolean() }).nullable(),
  /** Every exchange, one JSON line each (`model/exchange.ts`), in the file `name`; bodies are files beside it. */
  exchanges: z.object({
    name: z.string(),
    count: z.number().int(),
    /** Bytes of all bodies. */
    bytes: z.number().int(),
    redactions: z.array(redaction),
    /** Messages over WebSockets, which an archive has no place for. */
    socketMessages: z.number().int(),
  }),
  /** What the page showed while it was there: to hold the snapshot against. */
  live: z.object({ text: z.string(), images: z.number().int(), videos: z.number().int() }),
  files: z.array(
    z.object({
      role: z.enum(['mhtml', 'screenshot', 'print', 'wacz', 'video', 'info', 'subtitles']),
      name: z.string(),
      mediaType: z.string(),
      toolParameters: facts,
    }),
  ),
  /** Only of a page a person browsed to in a window: what was shown before, and that the page may have been changed by hand. */
  handsOn: z
    .object({
      sittingStartedAt: timestamp,
      /** What the address field said when the page was kept; a script may change it without asking a server. */
      addressShown: z.string(),
      /** Addresses shown in the sitting, in order, secrets withheld. */
      visited: z.array(z.object({ at: timestamp, url: z.string() })),
      /** Clicks and keys given to the page between its coming and its keeping. */
      inputs: z.object({ clicks: z.number().int(), keys: z.number().int() }),
    })
    .optional(),
  /** Resources of the live page that its MHTML lacks (fonts, posters), for the snapshot; `name` is a recorded body. */
  extras: z.array(z.object({ url: z.string(), mediaType: z.string(), name: z.string() })),
});
export type CaptureResult = z.infer<typeof captureResult>;

/** A finished capture in its staging folder; `files[].name` are names inside `folder`. */
export const stagedCapture = z.object({ folder: z.string(), result: captureResult });
export type StagedCapture = z.infer<typeof stagedCapture>;
