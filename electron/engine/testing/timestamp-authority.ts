/** For tests: a timestamp authority on loopback, made with openssl: a root, an authority's certificate, an HTTP server. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** Whether there is an openssl to make one with. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

export const POLICY = '1.3.6.1.4.1.99999.1';

export type Made = { folder: string; root: string; config: string };

type Options = { usage?: string; from?: string; to?: string; key?: string[] };

const EC = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
export const RSA = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];

/** A root and a certificate below it. `usage` is its extended key usage; times as openssl ca writes them. */
export async function makeAuthority(options: Options = {}): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-tsa-'));
  const { usage = 'critical,timeStamping', from = '20180101000000Z', to = '20991231235959Z', key = EC } = options;
  await mkdir(join(folder, 'new'));
  await writeFile(join(folder, 'index.txt'), '');
  await writeFile(join(folder, 'index.txt.attr'), 'unique_subject = no\n');
  for (const name of ['ca-serial', 'tsa-serial']) await writeFile(join(folder, name), '01\n');
  await writeFile(join(folder, 'openssl.cnf'), config(folder, usage));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  for (const name of ['root', 'tsa']) await openssl('genpkey', ...key, '-out', `${name}.key`);
  await openssl('req', '-new', '-key', 'root.key', '-subj', '/O=Test/CN=Test root', '-config', 'openssl.cnf', '-out', 'root.csr');
  await openssl('req', '-new', '-key', 'tsa.key', '-subj', '/O=Test/CN=Test authority', '-config', 'openssl.cnf', '-out', 'tsa.csr');
  const sign = ['ca', '-batch', '-notext', '-config', 'openssl.cnf', '-md', 'sha256'];
  const root = ['-selfsign', '-keyfile', 'root.key', '-extensions', 'root', '-startdate', '20180101000000Z', '-enddate', '20991231235959Z'];
  await openssl(...sign, ...root, '-in', 'root.csr', '-out', 'root.pem');
  const leaf = ['-cert', 'root.pem', '-keyfile', 'root.key', '-extensions', 'leaf', '-startdate', from, '-enddate', to];
  await openssl(...sign, ...leaf, '-in', 'tsa.csr', '-out', 'tsa.pem');
  return { folder, root: await readFile(join(folder, 'root.pem'), 'utf8'), config: join(folder, 'openssl.cnf') };
}

export async function forgetAuthority({ folder }: Made): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** What openssl answers to a query, DER. */
export async function stamp({ folder, config }: Made, query: Uint8Array, ...args: string[]): Promise<Buffer> {
  const work = await mkdtemp(join(folder, 'q-'));
  const [asked, answer] = [join(work, 'q.tsq'), join(work, 'r.tsr')];
  await writeFile(asked, query);
  await run('openssl', ['ts', '-reply', '-config', config, '-queryfile', asked, '-out', answer, ...args], { cwd: folder });
  return readFile(answer);
}

/** A reply whose token holds the TSTInfo of a granted one, signed anew with `openssl cms`: what `ts -reply` would not sign. */
export async function resign({ folder }: Made, granted: Buffer, ...args: string[]): Promise<Buffer> {
  const work = await mkdtemp(join(folder, 's-'));
  const path = (name: string) => join(work, name);
  await writeFile(path('r.tsr'), granted);
  await run('openssl', ['ts', '-reply', '-in', path('r.tsr'), '-token_out', '-out', path('token.der')]);
  await run('openssl', [
    'cms',
    '-verify',
    '-noverify',
    '-nosigs',
    '-binary',
    '-inform',
    'DER',
    '-in',
    path('token.der'),
    '-out',
    path('info.der'),
  ]);
  const signer = ['-signer', join(folder, 'tsa.pem'), '-inkey', join(folder, 'tsa.key'), '-md', 'sha256'];
  const content = ['-binary', '-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4', '-in', path('info.der')];
  await run('openssl', ['cms', '-sign', ...signer, ...content, '-outform', 'DER', '-out', path('new.der'), ...args]);
  const token = await readFile(path('new.der'));
  return der(0x30, Buffer.concat([der(0x30, Buffer.from([2, 1, 0])), token]));
}

export function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

export type Heard = { method: string; headers: IncomingHttpHeaders; body: Buffer };
export type Answering = (query: Buffer, response: ServerResponse) => unknown;

export const send = (response: ServerResponse, reply: Uint8Array) =>
  response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply);

/** Serves on loopback; `heard` is everything that was asked. `port` 0 takes any. */
export async function serve(
  answering: Answering,
  port = 0,
): Promise<{ url: string; port: number; heard: Heard[]; close(): Promise<void> }> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      heard.push({ method: request.method ?? '', headers: request.headers, body });
      void Promise.resolve(answering(body, response)).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/tsa`,
    port: address.port,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function config(folder: string, usage: string): string {
  return `
[req]
distinguished_name = dn
[dn]
[ca]
default_ca = here
[here]
database = ${folder}/index.txt
new_certs_dir = ${folder}/new
serial = ${folder}/ca-serial
policy = any
[any]
organizationName = optional
commonName = supplied
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = ${usage}
authorityKeyIdentifier = keyid
[tsa]
default_tsa = one
[one]
serial = ${folder}/tsa-serial
crypto_device = builtin
signer_cert = ${folder}/tsa.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = ${POLICY}
digests = sha256
accuracy = secs:1, millisecs:500, microsecs:100
ordering = no
tsa_name = yes
ess_cert_id_alg = sha256
`;
}
