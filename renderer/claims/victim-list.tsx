import type { Victim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { Fold } from '../ui/fold.tsx';
import { victimWords } from './victim-words.ts';

/** More are folded. */
const SHOWN = 8;

/** Everybody harmed as the source names or describes them, names in other scripts beside. */
export function VictimList({ victims }: { victims: readonly Victim[] }) {
  if (victims.length <= SHOWN) return <Victims victims={victims} />;
  return <Fold title={t('claim-facts.victims.count', { count: victims.length })}>{() => <Victims victims={victims} />}</Fold>;
}

function Victims({ victims }: { victims: readonly Victim[] }) {
  return (
    <ul>
      {victims.map((victim, at) => (
        <li key={at}>
          <bdi>{victimWords(victim)}</bdi>
        </li>
      ))}
    </ul>
  );
}
