import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { snapshotHandler, withAnnotator } from './snapshot-protocol.ts';

describe('withAnnotator', () => {
  it('keeps the doctype first and every character of the page', () => {
    const page = '<!DOCTYPE html><html lang="ar"><body>نص</body></html>';
    const made = withAnnotator(page, 'go()', 'n');
    expect(made).toBe(`<!DOCTYPE html><script type="module" nonce="n">go()</script>${page.slice(15)}`);
  });

  it('does not let the script end itself', () => {
    expect(withAnnotator('', 'a="</script>"', 'n').match(/<\/script>/g)).toHaveLength(1);
  });
});

describe('snapshotHandler', () => {
  it('allows only the script it put in, with a fresh nonce each time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-snapshot-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'page.html'), '<html></html>');
    await writeFile(join(folder, 'annotator.js'), 'annotate()');
    const handle = snapshotHandler(() => Promise.resolve(join(folder, 'page.html')), join(folder, 'annotator.js'));
    const ask = () => handle(new Request('holdfast-snapshot://0190b0c0-0000-7000-8000-000000000000/'));
    const [one, two] = [await ask(), await ask()];
    const policy = one.headers.get('content-security-policy')!;
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    expect(await one.text()).toContain(`<script type="module" nonce="${nonce}">annotate()</script>`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:/);
    expect(two.headers.get('content-security-policy')).not.toBe(policy);
  });
});
