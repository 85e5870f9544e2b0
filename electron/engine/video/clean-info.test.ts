import { expect, it } from 'vitest';
import { cleanInfo } from './clean-info.ts';

it('takes secrets out at any depth and says where', () => {
  const text =
    '{"id":"1","Cookies":"a=b","formats":[{"url":"u","http_headers":{"Cookie":"c"}},{"http_headers":{}}],"__proto__":{"cookies":"x"}}';
  const cleaned = cleanInfo(text);
  expect(cleaned?.removed).toEqual(['Cookies', '__proto__.cookies', 'formats[].http_headers']);
  expect(cleaned?.text).toBe('{"id":"1","formats":[{"url":"u"},{}],"__proto__":{}}\n');
});

it('leaves the bytes alone when there is nothing to take out, and takes nothing that is no object', () => {
  expect(cleanInfo('{ "id" : "1" }')).toMatchObject({ text: '{ "id" : "1" }', removed: [] });
  for (const text of ['', '[]', '1', 'null', '{"a":']) expect(cleanInfo(text)).toBeNull();
});
