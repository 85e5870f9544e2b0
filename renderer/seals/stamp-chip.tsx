import type { SealTimestamp } from '#shared/model/timestamps.ts';
import { problemWords } from '#shared/timestamp-words.ts';
import { t } from '../messages/index.ts';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { utcWords } from '../ui/times.tsx';
import { sentence } from './seal-acts.ts';

const tones: Record<SealTimestamp['state'], ChipTone> = { proved: 'proved', queued: 'pending', failed: 'broken' };

/** One authority's answer for a seal, in a row. */
export function StampChip({ stamp: { state, authority, token, problem } }: { stamp: SealTimestamp }) {
  const hint =
    token === null
      ? problem === null
        ? t('stamps.first')
        : sentence(problemWords(problem))
      : t(token.trusted ? 'stamps.trusted' : 'stamps.untrusted');
  return (
    <Chip tone={tones[state]} title={`${authority}: ${hint}`}>
      <bdi>{authority}</bdi> {token === null ? t(`stamps.${state}`).toLowerCase() : utcWords(token.time)}
    </Chip>
  );
}

/** The state alone, in words. */
export function StampState({ state }: { state: SealTimestamp['state'] | 'none' }) {
  return <Chip tone={state === 'none' ? 'plain' : tones[state]}>{t(`stamps.${state}`)}</Chip>;
}
