import { expect, test } from 'vitest';
import { asHtml } from './fill-empty-page.ts';

test('what had come of a page is read in its own charset', () => {
  expect(asHtml(Buffer.from('<p>\xe9', 'latin1'), [['Content-Type', 'text/html; charset=ISO-8859-1']])).toBe('<p>é');
  expect(asHtml(Buffer.from('<meta charset=utf-8><p>é'), [])).toBe('<meta charset=utf-8><p>é');
});

test('text stays text, and what is neither is not shown', () => {
  expect(asHtml(Buffer.from('a < b & <script>'), [['content-type', 'text/plain']])).toBe('<pre>a &lt; b &amp; &lt;script></pre>');
  expect(asHtml(Buffer.from('GIF89a'), [['content-type', 'image/gif']])).toBe('');
});
