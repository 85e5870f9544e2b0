/** Are the seals' tree heads those of the journal, and signed? Fed one entry after the other, oldest first. */
import { canonicalJson } from '#shared/canonical-json.ts';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { TREE_HEAD_CONTEXT, type TreeHead } from '#shared/model/seals.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../merkle/frontier.ts';
import { entryLeaf } from '../merkle/tree-hash.ts';
import type { SignatureCheck } from './check-signatures.ts';

export class SealCheck {
  readonly #waiting: TreeHead[];
  readonly #signatures: SignatureCheck;
  readonly #findings: Finding[] = [];
  readonly #frontier = emptyFrontier();
  /** Where entries are gone no later head can be recomputed. */
  #whole = true;
  seals = 0;

  constructor(heads: readonly TreeHead[], signatures: SignatureCheck) {
    this.#waiting = heads.toSorted((one, other) => one.treeSize - other.treeSize);
    this.#signatures = signatures;
    for (const head of heads) this.#checkSignature(head);
  }

  #checkSignature({ signature, ...head }: TreeHead): void {
    this.seals += 1;
    const key = this.#signatures.keyOf(head.keyId);
    const problem =
      key === undefined
        ? 'its key is not among those of the case'
        : key.proves(TREE_HEAD_CONTEXT, canonicalJson(head), signature)
          ? null
          : 'its signature does not fit what it says';
    if (problem !== null) this.#blame(head.treeSize, problem);
  }

  add({ seq, hash }: { seq: number; hash: string }): void {
    if (seq !== this.#frontier.size + 1) this.#whole = false;
    if (!this.#whole) return;
    appendLeaf(this.#frontier, entryLeaf(hash));
    for (let head = this.#waiting[0]; head !== undefined && head.treeSize <= seq; head = this.#waiting[0]) {
      this.#waiting.shift();
      if (head.headHash !== hash) this.#blame(seq, 'the last entry it covers was replaced');
      else if (head.rootHash !== rootOf(this.#frontier).toString('hex')) this.#blame(seq, 'the entries it covers were changed');
    }
  }

  #blame(treeSize: number, problem: string): void {
    this.#findings.push(makeFinding('seal-wrong', String(treeSize), { facts: { problem } }));
  }

  end(): Finding[] {
    if (!this.#whole) return this.#findings;
    const beyond = this.#waiting.map(({ treeSize }) =>
      makeFinding('seal-beyond', String(treeSize), { facts: { entries: this.#frontier.size } }),
    );
    return [...this.#findings, ...beyond];
  }
}
