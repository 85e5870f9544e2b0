/**
 * Runs in the main process: opens one more window in the replay's session on its one page that has no policy, and tries
 * from there, with the browser's own functions, all that a policy would have stopped.
 */
export async function leaveWithoutPolicy(
  { BrowserWindow, webContents }: typeof Electron.CrossProcessExports,
  { post, name }: { post: string; name: string },
): Promise<{ reached: string[]; fetched: string; proxy: string; preloads: string[] }> {
  const { session, mainFrame } = webContents.getAllWebContents().find((one) => one.getURL().startsWith('holdfast-replay:'))!;
  const window = new BrowserWindow({ show: false, webPreferences: { session, sandbox: true } });
  await window.loadURL(`${mainFrame.url}missing.html`);
  const script = `(async () => {
    const reached = [];
    const settle = (work) => Promise.race([Promise.resolve().then(work).catch(() => undefined), new Promise((r) => setTimeout(r, 3000))]);
    const event = (target, good, bad) => new Promise((resolve) => { target[good] = () => { reached.push(good + ' ' + (target.url || target.src)); resolve(); }; target[bad] = resolve; });
    for (const base of ${JSON.stringify([post, `https://${name}`])}) {
      await settle(() => fetch(base + '/bare', { mode: 'no-cors' }).then(() => reached.push('fetch ' + base)));
      await settle(() => navigator.sendBeacon(base + '/bare-beacon', 'x'));
      await settle(() => event(new WebSocket(base.replace('http', 'ws') + '/bare-socket'), 'onopen', 'onerror'));
      await settle(() => event(new EventSource(base + '/bare-events'), 'onopen', 'onerror'));
      await settle(() => event(Object.assign(new Image(), { src: base + '/bare.png' }), 'onload', 'onerror'));
      await settle(() => new WebTransport(base.replace('http:', 'https:') + '/bare-transport').ready.then(() => reached.push('transport ' + base)));
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'modulepreload', 'stylesheet', 'icon'])
        document.head.append(Object.assign(document.createElement('link'), { rel, as: 'image', href: base.replace('//', '//' + (base.includes('127') ? '' : rel + '-')) + '/' + rel }));
      document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: [base + '/speculated'], eagerness: 'immediate' }], prerender: [{ source: 'list', urls: [base + '/prerendered'], eagerness: 'immediate' }] }) }));
      document.body.append(Object.assign(document.createElement('iframe'), { src: base + '/bare-frame' }));
      new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(base) + '); new WebSocket(' + JSON.stringify(base.replace('http', 'ws')) + ')'])));
    }
    await new Promise((r) => setTimeout(r, 2000));
    return reached;
  })()`;
  const reached = (await window.webContents.executeJavaScript(script)) as string[];
  const fetched = await session.fetch(`${post}/main`).then(
    () => 'reached',
    () => 'refused',
  );
  const answer = { reached, fetched, proxy: await session.resolveProxy(post), preloads: session.getPreloads() };
  window.destroy();
  return answer;
}
