import { describe, expect, test } from 'vitest';
import { afterFailure, mostAttempts, NetworkWatch } from './after-failure.ts';

const silent = { facts: { reason: 'ERR_NAME_NOT_RESOLVED' } };

describe('after a try that failed', () => {
  test('passing troubles of the network are tried three times in all, with longer pauses', () => {
    const waits = Array.from({ length: mostAttempts }, (_, attempts) => afterFailure({ code: 'url-refused' }, attempts));
    expect(waits).toEqual([{ act: 'again', afterMs: 5000 }, { act: 'again', afterMs: 20_000 }, { act: 'fail' }]);
    expect(afterFailure({ code: 'url-timeout' }, 0).act).toBe('again');
  });
  test.each(['url-not-found', 'url-status', 'url-certificate', 'download-cut', 'url-failed', 'capture-failed'] as const)(
    '%s is final',
    (code) => {
      expect(afterFailure({ code }, 0)).toEqual({ act: 'fail' });
    },
  );
  test('a full disk is not the fault of an address', () => {
    expect(afterFailure({ code: 'disk-full' }, 0)).toEqual({ act: 'stand' });
    expect(afterFailure({ code: 'already-exists' }, 0)).toEqual({ act: 'nothing' });
  });
});

describe('the network is taken to be away', () => {
  test('when three hosts in a row are out of reach', () => {
    const watch = new NetworkWatch();
    expect(['a', 'b', 'a', 'b', 'c'].map((host) => watch.failed(host, silent))).toEqual([false, false, false, false, true]);
  });
  test('not while some host answers, even with a refusal', () => {
    const watch = new NetworkWatch();
    expect(watch.failed('a', silent) || watch.failed('b', silent)).toBe(false);
    expect(watch.failed('c', { facts: { reason: 'ERR_CONNECTION_REFUSED' } })).toBe(false);
    expect(watch.failed('d', silent)).toBe(false);
    watch.answered();
    expect(watch.failed('e', silent) || watch.failed('f', silent)).toBe(false);
  });
  test('at once when the system itself says so', () => {
    expect(new NetworkWatch().failed('a', { facts: { reason: 'ERR_INTERNET_DISCONNECTED' } })).toBe(true);
  });
});
