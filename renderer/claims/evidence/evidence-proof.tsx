import type { ClaimEvidence } from '#shared/model/claim-evidence.ts';
import { ProofChip } from '../../library/proof-chip.tsx';
import { t } from '../../messages/index.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyDigest, Digest } from '../../ui/digest.tsx';
import { utcWords } from '../../ui/times.tsx';
import { stateTones } from '../state-tones.ts';

/** Where the words stand now, the hash of the file they go back to, and what the last verification found of it. */
export function EvidenceProof({ evidence: { passage, proof, file } }: { evidence: ClaimEvidence }) {
  const { state, score } = passage;
  return (
    <div className="evidence-proof">
      <Chip tone={stateTones[state]}>
        {t(`passage.state.${state}`)}
        {state === 'exact' || state === 'lost' ? '' : ` · ${t('evidence.score', { percent: Math.round(score * 100) })}`}
      </Chip>
      <ProofChip state={proof.state} />
      <span className="faint">
        {proof.at === null ? t('evidence.never-verified') : t('evidence.verified-at', { at: utcWords(proof.at) })}
      </span>
      {file === null ? (
        <span className="evidence-no-file">{t('evidence.no-file')}</span>
      ) : (
        <span className="evidence-digest" title={t('evidence.file', { name: file.name })}>
          <Digest sha256={file.sha256} />
          <CopyDigest sha256={file.sha256} />
        </span>
      )}
    </div>
  );
}
