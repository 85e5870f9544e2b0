import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPageFile } from './read-page-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const never = new AbortController().signal;

describe('reading a page in its own thread', () => {
  it('answers the snapshot, its text and what lies beside it', async () => {
    file('i.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const path = file('a.html', '<title>T</title><p>الرقة <img src="i.svg">');
    const page = await readPageFile({ format: 'html', path, beside: path }, never);
    expect(page).toMatchObject({ text: 'الرقة', metadata: { title: { value: 'T' } }, unresolved: [] });
    expect(page.html).toContain('src="data:image/svg+xml;base64,');
  });

  it('answers errors as they are', async () => {
    const path = file('b.mhtml', 'no message');
    const task = { format: 'mhtml', path, url: null, jsonLd: [], extras: [] } as const;
    await expect(readPageFile({ ...task, jsonLd: [], extras: [] }, never)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('refuses a page that grows without end, and the process lives on', async () => {
    const path = file('bomb.html', Array.from({ length: 4000 }, (_, index) => `<p><font color=${index}>x`).join(''));
    await expect(readPageFile({ format: 'html', path, beside: null }, never)).rejects.toMatchObject({
      code: expect.stringMatching(/file-damaged|helper-failed/) as string,
    });
  }, 60_000);

  it('ends when it is cancelled', async () => {
    const path = file('large.html', '<p>words</p>'.repeat(400_000));
    await expect(readPageFile({ format: 'html', path, beside: null }, AbortSignal.timeout(300))).rejects.toThrow();
  });
});
