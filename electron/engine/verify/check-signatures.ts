/** Who signed the journal's entries, and do their signatures hold? Fed one entry after the other, oldest first. */
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { ENTRY_CONTEXT, type WriterKeyRecord } from '#shared/model/seals.ts';
import { readPublicKey } from '../keys/writer-key.ts';
import type { StoredEntry } from './check-chain.ts';

type Code = 'signature-missing' | 'signature-wrong' | 'signature-key' | 'journal-unsigned';
type Run = { code: Code; from: number; to: number; key: string };

export class SignatureCheck {
  readonly #keys = new Map<string, NonNullable<ReturnType<typeof readPublicKey>>>();
  readonly #runs: Run[] = [];
  readonly findings: Finding[] = [];
  #signed = false;

  constructor(keys: readonly Pick<WriterKeyRecord, 'keyId' | 'publicKey'>[]) {
    for (const { keyId, publicKey } of keys) {
      const key = readPublicKey(publicKey);
      if (key?.keyId === keyId) this.#keys.set(keyId, key);
      else this.findings.push(makeFinding('key-altered', keyId));
    }
  }

  /** The key named so, when it is known and fits its name. */
  keyOf(keyId: string): NonNullable<ReturnType<typeof readPublicKey>> | undefined {
    return this.#keys.get(keyId);
  }

  add({ seq, hash, keyId, signature }: Pick<StoredEntry, 'seq' | 'hash' | 'keyId' | 'signature'>): void {
    const code = this.#judge(hash, keyId, signature);
    if (code !== null) this.#note(code, seq, keyId ?? '');
  }

  #judge(hash: string, keyId: string | null, signature: string | null): Code | null {
    if (keyId === null && signature === null && !this.#signed) return 'journal-unsigned';
    if (keyId === null || signature === null) return 'signature-missing';
    this.#signed = true;
    const key = this.#keys.get(keyId);
    if (key === undefined) return 'signature-key';
    return key.proves(ENTRY_CONTEXT, hash, signature) ? null : 'signature-wrong';
  }

  /** Neighbours of one fault are one finding: whoever writes a journal anew alters thousands. */
  #note(code: Code, seq: number, key: string): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && last.code === code && last.key === key && last.to === seq - 1) last.to = seq;
    else this.#runs.push({ code, from: seq, to: seq, key });
  }

  end(): Finding[] {
    const runs = this.#runs.map(({ code, from, to, key }) =>
      makeFinding(code, from === to ? String(from) : `${from}-${to}`, { facts: { from, to, key } }),
    );
    return [...this.findings, ...runs];
  }
}
