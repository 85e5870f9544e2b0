import { expect, test } from 'vitest';
import { planBody, type ResponseHead } from './body-plan.ts';

const head = (over: Partial<ResponseHead>, headers: Record<string, string> = {}): ResponseHead => ({
  method: 'GET',
  status: 200,
  headers: Object.entries(headers),
  resourceType: 'Image',
  isPage: false,
  ...over,
});

test.each([
  ['a redirect', head({ status: 302 }, { Location: '/b' }), 'none'],
  ['a HEAD', head({ method: 'HEAD' }, { 'Content-Length': '5' }), 'none'],
  ['no content', head({ status: 204 }), 'none'],
  ['a small picture', head({}, { 'Content-Length': '500' }), 'whole'],
  ['a large picture', head({}, { 'Content-Length': '50000000' }), 'stream'],
  ['a picture of unknown size', head({}), 'stream'],
  ['a coded one, whose length says nothing of its size', head({}, { 'Content-Length': '500', 'Content-Encoding': 'br' }), 'stream'],
  ['a small page', head({ isPage: true }, { 'Content-Length': '500' }), 'whole'],
  ['a page of unknown size', head({ isPage: true }), 'live'],
  ['a file in place of a page', head({ isPage: true }, { 'Content-Length': '5', 'Content-Disposition': 'attachment' }), 'live'],
  ['an event stream', head({ resourceType: 'XHR' }, { 'Content-Type': 'text/event-stream' }), 'live'],
  ['a short clip', head({ resourceType: 'Media', status: 206 }, { 'Content-Length': '500' }), 'whole'],
  ['a long recording', head({ resourceType: 'Media', status: 206 }, { 'Content-Length': '500000000' }), 'aside'],
  ['an error page', head({ status: 404 }, { 'Content-Length': '9' }), 'whole'],
])('%s', (_what, given, plan) => expect(planBody(given)).toBe(plan));
