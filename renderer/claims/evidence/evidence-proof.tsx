import type { ClaimEvidence } from '#shared/model/claim-evidence.ts';
import { ProofChip } from '../../library/proof-chip.tsx';
import { t } from '../../messages/index.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyDigest, Digest } from '../../ui/digest.tsx';
import { utcWords } from '../../ui/times.tsx';
import { stateTones } from '../state-tones.ts';

/** Where the words stand now, the hash of the file they go back to, what the last verification found of it, and who tied them to the claim. */
export function EvidenceProof({ evidence: { passage, proof, file, linkedBy, createdAt } }: { evidence: ClaimEvidence }) {
  const { state, score } = passage;
  return (
    <div className="evidence-proof">
      <Chip tone={stateTones[state]}>
        {t(`passage.state.${state}`)}
        {state === 'exact' || state === 'lost' ? '' : ` · ${t('evidence.score', { percent: Math.round(score * 100) })}`}
      </Chip>
      <ProofChip state={proof.state} />
      {proof.at === null ? null : <span className="faint">{t('evidence.verified-at', { at: utcWords(proof.at) })}</span>}
      {file === null ? (
        <span className="evidence-no-file">{t('evidence.no-file')}</span>
      ) : (
        <span className="evidence-digest" title={t('evidence.file', { name: file.name })}>
          <Digest sha256={file.sha256} />
          <CopyDigest sha256={file.sha256} />
        </span>
      )}
      <span className="faint evidence-linked">{t('evidence.linked', { who: linkedBy, at: utcWords(createdAt) })}</span>
    </div>
  );
}
