import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { freezeHtml } from './freeze-html.ts';
import { elementsOf, localName, parseHtml } from './html-tree.ts';
import { readSnapshot } from './read-snapshot.ts';
import { sideFiles } from './side-files.ts';

const freeze = (html: string) => freezeHtml(Buffer.from(html), { url: 'https://news.example/a/b.html' });
const read = (html: string) => {
  const page = freeze(html);
  return readSnapshot(page.html, page.metadata);
};

/** Every address a browser would act on in the frozen page. */
function liveAddresses(html: string): string[] {
  const found: string[] = [];
  for (const element of elementsOf(parseHtml(html)))
    for (const { name, value } of element.attrs) {
      if (['href', 'src', 'srcset', 'poster', 'data', 'background', 'action', 'formaction', 'ping', 'cite'].includes(name)) {
        const quiet = value.startsWith('#') || value.startsWith('data:') || (localName(element) === 'link' && name === 'href');
        if (!quiet) found.push(`${localName(element)} ${name}=${value}`);
      }
      if (name.startsWith('on')) found.push(`${localName(element)} ${name}`);
    }
  for (const match of html.matchAll(/url\(\s*(?:["']|&quot;)?(?!["']|&quot;|data:|#)[^)]+|@import/gi)) found.push(match[0]);
  return found;
}

const hostile = [
  '<script>alert(1)</script><p>x',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>t</text></a></svg>',
  '<svg><animate attributeName="href" to="javascript:alert(1)"/><set attributeName=xlink:href to=x></svg>',
  '<a href="java&#10;script:alert(1)" ping=https://t.example/p>x</a>',
  '<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>alert(1)</script><img src=http://t.example/x>"></iframe>',
  '<meta http-equiv=refresh content="0;url=https://t.example/"><base href="https://t.example/">',
  '<form action=https://t.example/><button formaction=javascript:alert(1)>go</button></form>',
  '<object data=x.swf></object><embed src=x.swf><applet code=x></applet>',
  '<link rel=preload href=/x as=script><link rel=prefetch href=/y><link rel=dns-prefetch href=//t.example><link rel="stylesheet" href="/s.css">',
  '<style>@import "https://t.example/a.css"; p{background:url(https://t.example/b.png)} </style><p style="background:url(\'//t.example/c\')">x',
  '<style>p{background:image-set("https://t.example/1.png" 1x, url(/2.png) 2x)} @font-face{src:url(x.woff)}</style>',
  '<style>@\\69mport "https://t.example/i.css"; p{background:u\\72l(https://t.example/escaped.png)} q{background:im\\61ge-set(u\\72l("//t.example/3") 1x)}</style><body background=https://t.example/d.png>',
  '<img srcset="https://t.example/1.png 1x, /2.png 2x"><picture><source srcset=/w.webp><img src=/i.png></picture>',
  '<video poster=/p.png src=/v.mp4 autoplay><source src=/w.mp4><track src=/t.vtt></video>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template><div><template shadowrootmode=open><script>1</script><b onclick=x>in</b></template></div>',
  '<svg fill="url(https://t.example/f.svg#a)"><use href="https://t.example/s.svg#i"/><image href=/p.png /><feImage xlink:href="/q.png"/></svg>',
  '<frameset cols="*,*"><frame src="javascript:alert(1)"><frame src=/f.html></frameset>',
  '<x-a b"c=1 "onclick=alert(1) / onclick=alert(1)>t</x-a>',
  '<p>a<plaintext><script>alert(1)</script>',
  '<style></style/><img src=x onerror=1></style><xmp></xmp><img src=x onerror=1></xmp>',
];

describe('freezing an imported page', () => {
  it.each(hostile)('leaves nothing that acts or asks: %s', (html) => {
    const page = freeze(html);
    expect(liveAddresses(page.html)).toEqual([]);
    expect(page.html.replace(/data-holdfast-[a-z-]+=("|&quot;).*?\1/g, '')).not.toContain('t.example');
    expect(page.html).not.toMatch(/<(script|object|embed|applet|base|noscript|template)\b/i);
    // Frozen again it is the same: reading it twice gives no second meaning.
    const again = freezeHtml(Buffer.from(page.html), { url: page.url });
    expect(liveAddresses(again.html)).toEqual([]);
    expect(() => readSnapshot(page.html, page.metadata)).not.toThrow();
  });

  it('keeps words, structure, in-page links and the address a link had', () => {
    const { html } = freeze('<p id=n>See <a href="/report.pdf">the report</a> and <a href="#n">note</a>');
    expect(html).toContain('<a data-holdfast-href="/report.pdf" href="#holdfast-link">the report</a>');
    expect(html).toContain('<a href="#n">note</a>');
  });

  it('names what it could not keep', () => {
    expect(freeze('<img src=/a.png><link rel=stylesheet href=s.css>').unresolved).toEqual([
      { url: 'https://news.example/a.png', usedBy: 'img', reason: 'not-kept' },
      { url: 'https://news.example/a/s.css', usedBy: 'style', reason: 'not-kept' },
    ]);
  });

  it.each([
    ['windows-1256', '<meta charset=windows-1256><p>الرقة'],
    ['windows-1252', '<p>Raqqa – “cité”'],
    ['utf-8', '<p>الرقة 👩‍👧'],
    ['utf-16le', '\ufeff<p>الرقة'],
    ['shift_jis', '<meta http-equiv=content-type content="text/html; charset=shift_jis"><p>ラッカ'],
  ])('reads %s', (charset, html) => {
    const page = freezeHtml(iconv.encode(html, charset));
    expect(page.charset).toBe(charset);
    expect(readSnapshot(page.html, page.metadata).text).toBe(/<p>(.*)$/u.exec(html)?.[1]);
  });

  it('opens shadow trees so that their words are text', () => {
    const { text } = read(
      '<x-card><template shadowrootmode=open><style>:host{color:red}</style><h2><slot name=t>none</slot></h2><slot></slot></template><span slot=t>Title</span><p>Body</p></x-card>',
    );
    expect(text).toBe('Title\nBody');
  });

  it('survives deep nesting', () => {
    expect(read('<div>'.repeat(100_000) + 'deep').text).toBe('deep');
  });

  it('refuses an empty file', () => {
    expect(() => freezeHtml(Buffer.alloc(0))).toThrow(/file-empty/);
  });
});

describe('files beside a saved page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'side-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'page_files'));
  mkdirSync(join(folder, 'in'));
  const png = Buffer.from('iVBORw0KGgo=', 'base64');
  writeFileSync(join(folder, 'secret.png'), png);
  writeFileSync(join(folder, 'in', 'a b.png'), png);
  mkdirSync(join(folder, 'in', 'css'));
  writeFileSync(join(folder, 'in', 'css', 's.css'), '@import "t.css" screen; p{background:url("../a%20b.png")}');
  writeFileSync(join(folder, 'in', 'css', 't.css'), 'b{color:red');
  symlinkSync(join(folder, 'secret.png'), join(folder, 'in', 'link.png'));
  const path = join(folder, 'in', 'page.html');
  const html =
    '<link rel=stylesheet href=css/s.css><img src="a%20b.png"><img src="../secret.png"><img src="link.png"><img src="/etc/hostname"><img src="file:///etc/passwd">';
  writeFileSync(path, html);

  it('are inlined when they lie in its folder, and only then', () => {
    const page = freezeHtml(Buffer.from(html), { find: sideFiles(path) });
    expect(page.html.match(/<img [^>]*src="data:image\/png;base64,iVBORw0KGgo="/g)).toHaveLength(1);
    expect(page.html).toContain('@media screen{b{color:red}}');
    expect(page.html).toContain('url("data:image/png;base64,iVBORw0KGgo=")');
    expect(page.unresolved.map((one) => [one.url, one.reason])).toEqual([
      ['../secret.png', 'outside-folder'],
      ['link.png', 'outside-folder'],
      ['/etc/hostname', 'not-kept'],
      ['file:///etc/passwd', 'not-kept'],
    ]);
  });
});
