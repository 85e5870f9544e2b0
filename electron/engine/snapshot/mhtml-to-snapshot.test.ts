import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mhtmlToSnapshot } from './mhtml-to-snapshot.ts';
import { decodeQuotedPrintable, readMimeMessage } from './mime-message.ts';
import { readSnapshot } from './read-snapshot.ts';

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Part = { type: string; encoding?: string; location?: string; id?: string; body: string };

function mhtml(parts: Part[], options: { header?: string; end?: boolean; eol?: string } = {}): Buffer {
  const boundary = '----B1';
  const { header = `boundary="${boundary}"`, end = true, eol = '\r\n' } = options;
  const lines = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://news.example/a',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;`,
    ` type="text/html";`,
    ` ${header}`,
    '',
  ];
  for (const part of parts) {
    lines.push('', `--${boundary}`, `Content-Type: ${part.type}`);
    if (part.id) lines.push(`Content-ID: <${part.id}>`);
    lines.push(`Content-Transfer-Encoding: ${part.encoding ?? '8bit'}`);
    if (part.location) lines.push(`Content-Location: ${part.location}`);
    lines.push('', part.body);
  }
  if (end) lines.push('', `--${boundary}--`, '');
  return Buffer.from(lines.join(eol), 'utf8');
}

const page = (body: string, extra: Partial<Part> = {}): Part => ({
  type: 'text/html',
  location: 'https://news.example/a',
  body,
  ...extra,
});
const text = (bytes: Buffer) => {
  const frozen = mhtmlToSnapshot(bytes);
  return readSnapshot(frozen.html, frozen.metadata).text;
};

describe('MHTML to a snapshot', () => {
  it('inlines images by address and by cid, styles, imports and fonts', () => {
    const frozen = mhtmlToSnapshot(
      mhtml([
        page('<link rel="stylesheet" href="cid:css-1@mhtml.blink"><img src="img/p.png"><img src="cid:p2"><p>الرقة 👩‍👧</p>'),
        {
          type: 'text/css',
          id: 'css-1@mhtml.blink',
          location: 'https://news.example/s/main.css',
          body: '@charset "utf-8"; @import url("more.css"); @font-face{src:url(f.woff2)} p{background:url(../img/p.png)}',
        },
        { type: 'text/css', location: 'https://news.example/s/more.css', body: 'b{color:red}' },
        {
          type: 'font/woff2',
          location: 'https://news.example/s/f.woff2',
          encoding: 'base64',
          body: 'd09GMg==',
        },
        { type: 'image/png', location: 'https://news.example/img/p.png', encoding: 'base64', body: pixel },
        { type: 'image/png', id: 'p2', encoding: 'base64', body: pixel },
      ]),
    );
    expect(frozen.unresolved).toEqual([]);
    expect(frozen.html.split(`data:image/png;base64,${pixel}`)).toHaveLength(4);
    expect(frozen.html).toContain('b{color:red}');
    expect(frozen.html).toContain('url("data:font/woff2;base64,d09GMg==")');
    expect(frozen.html).not.toMatch(/@import|\ssrc="cid:|\shref="cid:/);
    expect(frozen.used).toHaveLength(5);
    expect(frozen.url).toBe('https://news.example/a');
  });

  it('nests frames as sandboxed srcdoc, several deep and in circles', () => {
    const frozen = mhtmlToSnapshot(
      mhtml([
        page('<p>outer</p><iframe src="cid:f1"></iframe>'),
        {
          type: 'text/html',
          id: 'f1',
          location: 'https://other.example/',
          body: '<p>inner</p><script>x()</script><img src="x.png"><iframe src="cid:f1"></iframe>',
        },
        { type: 'image/png', location: 'https://other.example/x.png', encoding: 'base64', body: pixel },
      ]),
    );
    expect(frozen.html).toMatch(/<iframe [^>]*sandbox="" srcdoc="/);
    expect(frozen.html).toContain('&lt;img data-holdfast-src=&quot;x.png&quot; src=&quot;data:image/png');
    expect(frozen.html.match(/<iframe|&lt;iframe/g)).toHaveLength(2);
    expect(frozen.html).not.toContain('x()');
    expect(readSnapshot(frozen.html, frozen.metadata).text).toBe('outer');
  });

  it('chooses from srcset what the file holds', () => {
    const frozen = mhtmlToSnapshot(
      mhtml([
        page('<img src="small.png" srcset="small.png 1x, big.png 2x"><picture><source srcset="big.png"><img src="gone.png"></picture>'),
        { type: 'image/png', location: 'https://news.example/big.png', encoding: 'base64', body: pixel },
      ]),
    );
    expect(frozen.html.match(/src="data:image\/png/g)).toHaveLength(2);
    expect(frozen.unresolved).toEqual([]);
  });

  it('lists what is missing instead of fetching it', () => {
    expect(mhtmlToSnapshot(mhtml([page('<img src="https://cdn.example/x.png">')])).unresolved).toEqual([
      { url: 'https://cdn.example/x.png', usedBy: 'img', reason: 'not-kept' },
    ]);
  });

  it('takes metadata from JSON-LD handed to it and from the page', () => {
    const { metadata } = mhtmlToSnapshot(
      mhtml([
        page('<html lang=ar dir=rtl><title>T</title><meta property="og:site_name" content="The Paper"><link rel=canonical href="/story">'),
      ]),
      {
        jsonLd: [
          '{"@graph":[{"@type":"NewsArticle","headline":"Graves","author":[{"name":"A"},{"@id":"#b"}],"datePublished":"2018-10-03T08:00:00+03:00"},{"@id":"#b","@type":"Person","name":"B"}]}',
          'broken {',
        ],
      },
    );
    expect(metadata).toMatchObject({
      title: { value: 'Graves', from: 'json-ld' },
      byline: { value: 'A, B', from: 'json-ld' },
      siteName: { value: 'The Paper', from: 'open-graph' },
      publishedAt: { value: '2018-10-03T08:00:00+03:00', from: 'json-ld' },
      language: { value: 'ar', from: 'html' },
      direction: 'rtl',
      canonicalUrl: { value: 'https://news.example/story', from: 'html' },
      kind: { value: 'NewsArticle', from: 'json-ld' },
    });
  });
});

describe('broken MHTML', () => {
  it('is read without its boundary parameter', () => {
    const bytes = mhtml([page('<p>still here')], { header: 'charset="utf-8"' });
    expect(text(bytes)).toBe('still here');
    expect(mhtmlToSnapshot(bytes).complaints).toEqual(['mhtml-boundary-missing']);
  });

  it('is read when cut short, with bare line feeds, and says so', () => {
    const bytes = mhtml([page('<p>still here')], { end: false, eol: '\n' });
    expect(text(bytes)).toBe('still here');
    expect(mhtmlToSnapshot(bytes).complaints).toEqual(['mhtml-truncated']);
  });

  it('is read with a wrong charset declared for the whole and none for the part', () => {
    expect(text(mhtml([page('<meta charset="utf-8"><p>Ракка', { type: 'text/html; charset="no-such"' })]))).toBe('Ракка');
  });

  it('decodes quoted-printable, soft breaks, stray signs and split characters', () => {
    expect(decodeQuotedPrintable(Buffer.from('1=\r\n236 =D8=A7 =3D=zz= \n!')).toString()).toBe('1236 ا ==zz!');
  });

  it('keeps binary parts byte for byte', () => {
    const odd = Buffer.from([0, 13, 10, 45, 45, 255, 61, 13]);
    const bytes = Buffer.concat([
      Buffer.from(
        'Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n\r\n',
      ),
      odd,
      Buffer.from('\r\n--b--'),
    ]);
    expect(readMimeMessage(bytes).parts[0]?.bytes).toEqual(odd);
  });

  it.each([
    ['empty', '', 'file-empty'],
    ['prose', 'Just some words\nand more', 'mhtml-no-headers'],
    ['no page', 'Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--', 'mhtml-no-page'],
    ['cut in its headers', 'From: x\r\nContent-Type: multipart/rel', 'mhtml-no-page'],
  ])('is refused when it is %s', (_, bytes, reason) => {
    expect(() => mhtmlToSnapshot(Buffer.from(bytes))).toThrow(reason);
  });
});

describe('the article in a page', () => {
  const paragraph =
    'The committee said that nearly 1,236 bodies, most of them women and children, had been exhumed from three mass graves in the city. ';
  const noisy = `<header><nav><a href=/>Home</a> <a href=/w>World</a></nav></header><main><article><h1>Graves</h1>${`<p>${paragraph.repeat(3)}</p>`.repeat(5)}<p>Last words of the article, which are these and no others, as far as anyone knows.</p></article></main><footer>Copyright notice and cookies</footer>`;

  it('is found as a range of the canonical text', () => {
    const frozen = mhtmlToSnapshot(mhtml([page(noisy)]));
    const { text: all, article } = readSnapshot(frozen.html, frozen.metadata);
    const found = all.slice(article?.start, article?.end);
    expect(found.startsWith('The committee said') || found.startsWith('Graves')).toBe(true);
    expect(found.endsWith('as far as anyone knows.')).toBe(true);
  });

  it('is null on a page without one', () => {
    const frozen = mhtmlToSnapshot(mhtml([page('<p>hi')]));
    expect(readSnapshot(frozen.html, frozen.metadata).article).toBeNull();
  });
});

describe('MHTML as Chromium 130 wrote it', () => {
  const bytes = readFileSync(join(import.meta.dirname, 'fixtures', 'chromium-130.mhtml'));

  it('becomes a snapshot with its styles, images, frame and shadow tree', () => {
    const frozen = mhtmlToSnapshot(bytes);
    const reading = readSnapshot(frozen.html, frozen.metadata);
    expect(reading.text).toBe('الرقة\nNearly 1,236 bodies\nshadow words late words');
    expect(frozen.metadata.direction).toBe('rtl');
    expect(frozen.html).toMatch(/h1 \{ color: red; background: url\("data:image\/png;base64,/);
    expect(frozen.html).toMatch(/p \{ letter-spacing: 1px; \}/);
    expect(frozen.html).toMatch(/<iframe [^>]*srcdoc="[^"]*in frame/);
    expect(frozen.unresolved.map((one) => new URL(one.url, 'http://x').pathname)).toEqual(['/gone.png', '/v.mp4', '/i.png', '/i.png']);
  });

  it('takes from beside the file what Chromium left out', () => {
    const find = (name: string) => mhtmlToSnapshot(bytes).unresolved.find((one) => one.url.includes(name))?.url ?? '';
    const image = (url: string) => ({
      url,
      mediaType: 'image/png',
      charset: null,
      bytes: Buffer.from(pixel, 'base64'),
    });
    const base = mhtmlToSnapshot(bytes).url ?? '';
    const frozen = mhtmlToSnapshot(bytes, {
      extras: [image(find('poster')), image(new URL('/i.png?svg', base).href)],
    });
    expect(frozen.unresolved.map((one) => one.usedBy)).toEqual(['img', 'video']);
    expect(frozen.html).toMatch(/<video [^>]*poster="data:image\/png/);
    expect(frozen.html).toMatch(/<image [^>]*href="data:image\/png/);
  });
});
