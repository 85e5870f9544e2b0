import { expect, test } from 'vitest';
import { asAddress } from './as-address.ts';

test.each([
  ['', null],
  ['news.example/a', 'https://news.example/a'],
  ['news.example:8443/a', 'https://news.example:8443/a'],
  ['localhost:8080/x', 'http://localhost:8080/x'],
  ['127.0.0.1', 'http://127.0.0.1'],
  [' http://a/ ', 'http://a/'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['file:///etc/passwd', 'file:///etc/passwd'],
  ['holdfast-app://app/', 'holdfast-app://app/'],
])('%s goes to %s', (typed, address) => expect(asAddress(typed)).toBe(address));
