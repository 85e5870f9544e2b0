import type { Party } from '#shared/model/parties.ts';

/** Its other names and the note on it. */
export function PartyAbout({ party }: { party: Party }) {
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
    </>
  );
}
