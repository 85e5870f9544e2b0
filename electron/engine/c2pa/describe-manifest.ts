/** What a C2PA manifest store says, told and not believed: no hash and no signature of it is checked. */
import type { Facts, Json } from '#shared/model/primitives.ts';
import { nameWords, readCert } from '../timestamps/certificates.ts';
import { readReply } from '../timestamps/read-reply.ts';
import { readCbor, type Cbor } from './read-cbor.ts';
import { readJumbf, type JumbfBox } from './read-jumbf.ts';

const MOST_ACTIONS = 100;
const MOST_CHARACTERS = 500;
/** COSE algorithms (RFC 9053, RFC 8230) that the specification allows. */
const ALGORITHMS: Record<string, string> = {
  '-7': 'ES256',
  '-35': 'ES384',
  '-36': 'ES512',
  '-37': 'PS256',
  '-38': 'PS384',
  '-39': 'PS512',
  '-8': 'Ed25519',
};

/** Of the active manifest, which is the last: who made it, what was done, who signed. Parts that cannot be read are left out. */
export function describeManifest(store: Buffer): Facts {
  const manifests = readJumbf(store)?.boxes ?? [];
  const active = manifests.at(-1);
  const facts: Facts = { checked: false, manifests: manifests.length, bytes: store.length };
  if (active === undefined) return facts;
  const claim = cborOf(active.boxes.find(({ label }) => /^c2pa\.claim(\.v2)?$/.test(label)));
  const assertions = active.boxes.find(({ label }) => label === 'c2pa.assertions')?.boxes ?? [];
  return withoutGaps({
    ...facts,
    manifest: active.label,
    title: text(at(claim, 'dc:title')),
    format: text(at(claim, 'dc:format')),
    generator: generatorOf(claim),
    assertions: assertions.map(({ label }) => label).slice(0, MOST_ACTIONS),
    ingredients: assertions.filter(({ label }) => /^c2pa\.ingredient/.test(label)).length,
    actions: assertions
      .filter(({ label }) => /^c2pa\.actions/.test(label))
      .flatMap(actionsOf)
      .slice(0, MOST_ACTIONS),
    ...signatureOf(active.boxes.find(({ label }) => label === 'c2pa.signature')),
  });
}

function cborOf(box: JumbfBox | undefined): Cbor {
  const content = box?.content.find(({ type }) => type === 'cbor');
  try {
    return content === undefined ? null : readCbor(content.bytes);
  } catch {
    return null; // The store is kept whole for whoever can make more of it.
  }
}

function at(value: Cbor | undefined, key: string | number): Cbor {
  return value instanceof Map ? (value.get(key) ?? null) : null;
}

function text(value: Cbor): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MOST_CHARACTERS) : null;
}

/** Version 1 has a line in the manner of a user agent, and later a list; version 2 one map. */
function generatorOf(claim: Cbor): string | null {
  const info = at(claim, 'claim_generator_info');
  const first = Array.isArray(info) ? info[0] : info;
  const named = [text(at(first, 'name')), text(at(first, 'version'))].filter((part) => part !== null).join(' ');
  return named === '' ? text(at(claim, 'claim_generator')) : named;
}

function actionsOf(box: JumbfBox): Json[] {
  const list = at(cborOf(box), 'actions');
  return (Array.isArray(list) ? list : []).map((action) => {
    const agent = at(action, 'softwareAgent');
    return withoutGaps({
      action: text(at(action, 'action')),
      when: text(at(action, 'when')),
      softwareAgent: text(agent) ?? text(at(agent, 'name')),
      digitalSourceType: text(at(action, 'digitalSourceType')),
    });
  });
}

/** COSE_Sign1 (RFC 9052, section 4.2): protected head, head, payload, signature. Certificates under 33 (RFC 9360). */
function signatureOf(box: JumbfBox | undefined): Facts {
  const signed = cborOf(box);
  if (!Array.isArray(signed)) return {};
  const [packed, open = null] = signed;
  const head = Buffer.isBuffer(packed) && packed.length > 0 ? safely(() => readCbor(packed)) : null;
  const algorithm = at(head, 1);
  const found = at(head, 33) ?? at(open, 33) ?? at(open, 'x5chain');
  const leaf = Array.isArray(found) ? found[0] : found;
  const certificate = Buffer.isBuffer(leaf) ? safely(() => readCert(leaf).parsed) : null;
  return withoutGaps({
    algorithm: ALGORITHMS[String(algorithm)] ?? null,
    signer: certificate === null ? null : nameWords(certificate.subject),
    issuer: certificate === null ? null : nameWords(certificate.issuer),
    certificateFrom: certificate === null ? null : certificate.notBefore.value.toISOString(),
    certificateTo: certificate === null ? null : certificate.notAfter.value.toISOString(),
    stampedAt: stampedAt(open),
  });
}

/** The time in the first timestamp over the signature. */
function stampedAt(head: Cbor): string | null {
  const tokens = at(at(head, 'sigTst2') ?? at(head, 'sigTst'), 'tstTokens');
  const token = at(Array.isArray(tokens) ? (tokens[0] ?? null) : null, 'val');
  if (!Buffer.isBuffer(token)) return null;
  // A bare token, as version 2 has it, is made a reply: granted, and the token.
  const replies = [token, reply(token)].map(readReply);
  const read = replies.find((one) => !('problem' in one));
  return read === undefined || 'problem' in read ? null : read.info.genTime.toISOString();
}

function reply(token: Buffer): Buffer {
  const status = Buffer.from([0x30, 3, 2, 1, 0]);
  const length = status.length + token.length;
  return Buffer.concat([Buffer.from([0x30, 0x83, length >> 16, (length >> 8) & 0xff, length & 0xff]), status, token]);
}

function safely<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function withoutGaps(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}
