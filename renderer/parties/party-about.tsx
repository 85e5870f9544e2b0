import type { Party } from '#shared/model/parties.ts';
import { Facts } from '../ui/facts.tsx';
import { useOwnFacts } from '../vocabulary/use-own-facts.ts';

/** Its other names, the note on it, and what the case's own fields hold. */
export function PartyAbout({ party }: { party: Party }) {
  const own = useOwnFacts('party', party.extra);
  return (
    <>
      {party.aliases.length === 0 ? null : (
        <ul className="party-aliases">
          {party.aliases.map(({ name, language }, at) => (
            <li key={at} dir="auto" lang={language ?? undefined}>
              {name}
            </li>
          ))}
        </ul>
      )}
      {party.note === '' ? null : (
        <p className="party-note selectable" dir="auto">
          {party.note}
        </p>
      )}
      {own.length === 0 ? null : <Facts facts={own} />}
    </>
  );
}
