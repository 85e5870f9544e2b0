/** Seals and timestamps from a shell, with an authority made with openssl on loopback. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '#engine/testing/temporary-case.ts';
import { forgetAuthority, hasOpenssl, makeAuthority, send, serve, stamp } from '#engine/testing/timestamp-authority.ts';
import { holdfast as runHoldfast } from './testing/start-holdfast.ts';

const holdfast = (...args: string[]) => runHoldfast(args);

test.skipIf(!hasOpenssl)(
  'an authority is added and allowed, a seal is stamped, and the line that checks it is given',
  async () => {
    const made = await makeAuthority();
    onTestFinished(() => forgetAuthority(made));
    const server = await serve(async (query, response) => send(response, await stamp(made, query)));
    onTestFinished(server.close);
    const file = join(await temporaryFolder(), 'Case');
    const anchor = join(made.folder, 'anchor.pem');
    await writeFile(anchor, made.root);
    await holdfast('init', '--title', 'Raqqa', '--case', file);
    expect(await holdfast('seal', '--timestamp', '--case', file)).toMatchObject({
      status: 1,
      err: expect.stringContaining('knows no timestamp authority'),
    });
    expect(await holdfast('timestamps', '--case', file)).toMatchObject({ status: 0, out: expect.stringContaining('not allowed here') });
    const set = await holdfast('timestamps', '--add', server.url, '--name', 'Loopback', '--anchor', anchor, '--allow', '--case', file);
    expect(set).toMatchObject({ status: 0, out: expect.stringContaining('Loopback') });
    const sealed = await holdfast('seal', '--timestamp', '--case', file);
    expect(sealed.status).toBe(0);
    expect(sealed.out).toMatch(
      /proved {3}Loopback: seen at \d{4}-.*Z\n +openssl ts -verify -data 0000000\d\.json -in 0000000\d\.1\.tsr -CAfile 0000000\d\.1\.pem -attime \d+/,
    );
    expect(await holdfast('timestamps', '--allow', '--forbid', '--case', file)).toMatchObject({ status: 2 });
    expect(await holdfast('verify', '--case', file)).toMatchObject({ status: 0 });
  },
  120_000,
);
