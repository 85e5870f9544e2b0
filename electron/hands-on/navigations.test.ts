import { expect, test } from 'vitest';
import { Navigations } from './navigations.ts';

const sent = (requestId: string, loaderId: string, url: string, type = 'Document', more = {}) =>
  ['Network.requestWillBeSent', { requestId, loaderId, frameId: 'F', type, request: { url, headers: {} }, ...more }, ''] as const;
const came = (loaderId: string, url: string) => ['Page.frameNavigated', { frame: { id: 'F', loaderId, url } }, ''] as const;

function sitting(): Navigations {
  const navigations = new Navigations();
  navigations.mainFrame = 'F';
  return navigations;
}

test('what an old page asks for while the next is on its way stays the old one’s', () => {
  const navigations = sitting();
  navigations.take(...sent('L1', 'L1', 'https://a/login'));
  navigations.take(...came('L1', 'https://a/login'));
  navigations.take(...sent('L2', 'L2', 'https://a/members'));
  navigations.take(...sent('7', 'L1', 'https://a/beacon', 'Ping'));
  navigations.take(...sent('f', 'frame-loader', 'https://b/frame'));
  expect(navigations.shown?.number).toBe(1);
  expect(navigations.take(...came('L2', 'https://a/members'))).toBe('came');
  navigations.take(...sent('8', 'L2', 'https://a/more', 'Fetch'));
  navigations.take(...sent('9', 'frame-loader', 'https://b/late', 'Fetch'));
  navigations.take(...sent('w', '', 'https://a/worker', 'Fetch'));
  expect(['L1', 'L2', '7', 'f', '8', '9', 'w', 'unknown'].map((id) => navigations.pageOf(id))).toEqual([1, 2, 1, 1, 2, 1, 2, 2]);
});

test('redirects belong to the page they lead to, and no page is a redirect of the one before', () => {
  const navigations = sitting();
  navigations.take(...sent('L1', 'L1', 'https://a/login'));
  navigations.take('Network.responseReceived', { requestId: 'L1', response: { url: 'https://a/login', status: 200, headers: {} } }, '');
  navigations.take(...came('L1', 'https://a/login'));
  navigations.take(...sent('L2', 'L2', 'https://a/do-login'));
  navigations.take(...sent('L2', 'L2', 'https://a/members', 'Document', { redirectResponse: { url: 'https://a/do-login', status: 303, headers: {} } })); // prettier-ignore
  navigations.take('Network.responseReceived', { requestId: 'L2', response: { url: 'https://a/members', status: 200, headers: {} } }, '');
  navigations.take(...came('L2', 'https://a/members'));
  expect(navigations.shown?.main.redirects).toEqual([{ url: 'https://a/do-login', status: 303, location: 'https://a/members' }]);
  expect(navigations.shown).toMatchObject({
    number: 2,
    url: 'https://a/do-login',
    main: { current: { url: 'https://a/members', status: 200 } },
  });
});

test('a move that comes to nothing leaves the page as it was', () => {
  const navigations = sitting();
  navigations.take(...sent('L1', 'L1', 'https://a/'));
  navigations.take(...came('L1', 'https://a/'));
  navigations.take(...sent('L2', 'L2', 'https://a/file.zip'));
  expect(navigations.log(true)).not.toBe(navigations.shown?.resources);
  navigations.givenUp();
  expect(navigations.log(true)).toBe(navigations.shown?.resources);
  expect([navigations.shown?.number, navigations.pageOf('L2'), navigations.pageOf('new')]).toEqual([1, 2, 1]);
  expect(navigations.take('Page.navigatedWithinDocument', { frameId: 'F', url: 'https://a/#x' }, '')).toBe('moved');
});
