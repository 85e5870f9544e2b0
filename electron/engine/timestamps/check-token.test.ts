import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { flipBit } from '../testing/tamper.ts';
import { forgetAuthority, hasOpenssl, makeAuthority, POLICY, resign, RSA, run, stamp, type Made } from '../testing/timestamp-authority.ts';
import { checkToken } from './check-token.ts';
import { makeRequest } from './make-request.ts';

// Certificates are made and tokens signed by another program, dozens of times.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const sealed = Buffer.from('{"type":"holdfast-tree-head/1"}');
describe.skipIf(!hasOpenssl)('tokens of an openssl authority', () => {
  let made: Made;
  let other: Made;
  beforeAll(async () => {
    [made, other] = await Promise.all([makeAuthority(), makeAuthority({ usage: 'critical,codeSigning' })]);
  });
  afterAll(() => Promise.all([made, other].map(forgetAuthority)));

  const granted = async (by = made) => {
    const query = makeRequest(sealed, null);
    return { query, reply: await stamp(by, query.bytes) };
  };
  const codesOf = async (reply: Uint8Array, anchors: string | null = made.root, over = sealed) =>
    (await checkToken(reply, over, { anchors })).problems.map(({ code }) => code);

  test('a granted token holds, and says when, who, how exactly and under which policy', async () => {
    const { query, reply } = await granted();
    const before = Date.now();
    const check = await checkToken(reply, sealed, { anchors: made.root, nonce: query.nonce });
    expect(check.problems).toEqual([]);
    expect(check.facts).toMatchObject({ policy: POLICY, accuracyMs: 1501, signer: 'CN=Test authority, O=Test', trusted: true });
    expect(Math.abs(new Date(check.facts?.time ?? 0).getTime() - before)).toBeLessThan(60_000);
    expect(check.chain).toBe(made.root);
    // Without an anchor it holds as well, and nobody is told that its root was checked.
    expect(await checkToken(reply, sealed, { anchors: null })).toMatchObject({ problems: [], facts: { trusted: false }, chain: null });
  });

  test('an authority with an RSA key holds too', async () => {
    const rsa = await makeAuthority({ key: RSA });
    const { reply } = await granted(rsa);
    expect(await codesOf(reply, rsa.root)).toEqual([]);
    expect(await codesOf(reply, made.root)).toEqual(['chain']);
    await forgetAuthority(rsa);
  });

  test('each thing that may be wrong is told by name', async () => {
    const { query, reply } = await granted();
    expect(await codesOf(reply, made.root, Buffer.from('something else'))).toEqual(expect.arrayContaining(['imprint']));
    const wrongNonce = await checkToken(reply, sealed, { anchors: null, nonce: makeRequest(sealed, null).nonce });
    expect(wrongNonce.problems.map(({ code }) => code)).toEqual(['nonce']);
    const wrongPolicy = await checkToken(reply, sealed, { anchors: null, policy: '1.2.3', nonce: query.nonce });
    expect(wrongPolicy.problems).toEqual([{ code: 'policy', detail: POLICY }]);
    expect(await codesOf(reply, other.root)).toEqual(['chain']);
    expect(await codesOf(await resign(made, reply, '-cades'))).toEqual([]);
    expect(await codesOf(await resign(other, reply, '-cades'), other.root)).toEqual(['purpose']);
    expect(await codesOf(await resign(made, reply))).toEqual(['certificate-link']);
    expect(await codesOf(await resign(made, reply, '-noattr'))).toEqual(expect.arrayContaining(['signature']));
    expect(await codesOf(await resign(made, reply, '-cades', '-nocerts'))).toEqual(['no-certificate']);
    expect(await codesOf(Buffer.from('<html>Log in to this network</html>'))).toEqual(['unreadable']);
    expect(await codesOf(Buffer.alloc(0))).toEqual(['unreadable']);
    expect(await codesOf(Buffer.concat([reply, Buffer.from([0])]))).toEqual(['unreadable']);
    const rejected = await stamp(made, makeRequest(sealed, '1.2.3.4').bytes);
    expect((await checkToken(rejected, sealed, { anchors: null })).problems).toEqual([
      { code: 'rejected', detail: expect.stringContaining('unacceptedPolicy') },
    ]);
  });

  test('a certificate that was not valid at the time of its token proves nothing', async () => {
    const expired = await makeAuthority({ from: '20180101000000Z', to: '20180201000000Z' });
    const { reply } = await granted(expired);
    expect(await codesOf(reply, expired.root)).toEqual(['validity']);
    await forgetAuthority(expired);
  });

  test('no flipped bit makes a token say anything else and still hold', async () => {
    const { reply } = await granted();
    const { facts } = await checkToken(reply, sealed, { anchors: made.root });
    const untold: number[] = [];
    // One bit in every sixth byte, another one each time: all of them take half a minute.
    for (let byte = 0; byte < reply.length; byte += 6) {
      const bit = byte * 8 + (byte % 8);
      const check = await checkToken(flipBit(reply, bit), sealed, { anchors: made.root });
      if (check.problems.length > 0) continue;
      // Bits that the signature does not cover, such as a status of "granted with modifications".
      untold.push(bit);
      expect(check.facts).toEqual(facts);
    }
    // Their bytes are fixed by the journal instead.
    expect(untold.length).toBeLessThan((reply.length / 6) * 0.03);
  });

  test('what openssl thinks of a token is what is thought here', async () => {
    const { reply } = await granted();
    const { writeFile } = await import('node:fs/promises');
    const at = (name: string) => `${made.folder}/${name}`;
    await writeFile(at('seal.json'), sealed);
    await writeFile(at('seal.tsr'), reply);
    const line = ['ts', '-verify', '-data', at('seal.json'), '-in', at('seal.tsr'), '-CAfile'];
    await expect(run('openssl', [...line, at('root.pem')])).resolves.toMatchObject({ stdout: expect.stringContaining('Verification: OK') });
    await expect(run('openssl', [...line, `${other.folder}/root.pem`])).rejects.toThrow();
  });
});
