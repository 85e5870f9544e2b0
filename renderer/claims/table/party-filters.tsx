import { X } from 'lucide-react';
import { useState } from 'react';
import { partyRoles } from '#shared/model/vocabulary.ts';
import { t } from '../../messages/index.ts';
import { PartyName, usePartyNames } from '../../parties/party-names.tsx';
import { useCall } from '../../shell/engine.ts';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { ChoiceField } from '../choice-field.tsx';
import { chosen, type Choice } from '../form-state.ts';
import type { DraftProps } from './filter-controls.tsx';
import { fieldLabel } from './filter-words.tsx';

/** A party of the case by name or alias; none is made here. */
export function PartyChoice({ label, choice, onChange }: { label: string; choice: Choice; onChange: (choice: Choice) => void }) {
  const [words, setWords] = useState('');
  const found = useCall('parties.list', { words, limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const own = useCall('parties.get', { id: choice.id ?? '' }, { enabled: choice.id !== null });
  return (
    <ChoiceField
      label={label}
      placeholder={label}
      choice={choice}
      onChange={onChange}
      name={own.data?.name}
      options={found.map((party) => ({ id: party.id, label: party.name }))}
      onWords={setWords}
      empty={t('claims.table.party.none')}
    />
  );
}

/** Any of several speakers, or nobody. */
export function SpeakerFilter({ draft, onDraft }: DraftProps) {
  const names = usePartyNames();
  const [typing, setTyping] = useState<Choice>(chosen(null));
  const ids = draft.speakerIds ?? [];
  const put = (next: readonly (string | null)[]) => onDraft({ speakerIds: next.length === 0 ? undefined : next });
  const choose = (choice: Choice) => {
    if (choice.id === null) return setTyping(choice);
    setTyping(chosen(null));
    if (!ids.includes(choice.id)) put([...ids, choice.id]);
  };
  return (
    <>
      <ul className="filter-chosen">
        {ids.flatMap((id) =>
          id === null
            ? []
            : [
                <li key={id}>
                  <PartyName id={id} names={names} />
                  <IconButton
                    label={t('claims.table.filter.take-out', { name: names.get(id) ?? '' })}
                    icon={X}
                    onPress={() => put(ids.filter((one) => one !== id))}
                  />
                </li>,
              ],
        )}
      </ul>
      <PartyChoice
        key={ids.length}
        label={ids.length === 0 ? fieldLabel('speakerIds') : t('claims.table.speaker.also')}
        choice={typing}
        onChange={choose}
      />
      <Checkbox isSelected={ids.includes(null)} onChange={(none) => put(none ? [...ids, null] : ids.filter((id) => id !== null))}>
        {t('claims.table.speaker.none')}
      </Checkbox>
      <span className="field-hint">{t('claims.table.speaker.hint')}</span>
    </>
  );
}

const ANY = 'any';

/** A party, and as what it is named. */
export function PartyFilter({ draft, onDraft }: DraftProps) {
  const terms = useCall('vocabulary.list', { vocabulary: 'party role' }).data?.terms.map(({ term }) => term) ?? partyRoles;
  const roles = [{ id: ANY, label: t('claims.table.role.any') }, ...terms.map((id) => ({ id: id, label: id }))];
  const [words, setWords] = useState('');
  return (
    <>
      <PartyChoice
        label={t('claim.party')}
        choice={{ id: draft.partyId ?? null, words }}
        onChange={(choice) => (setWords(choice.words), onDraft({ partyId: choice.id ?? undefined }))}
      />
      <Select
        label={t('claim.party.role')}
        options={roles}
        value={draft.partyRole ?? ANY}
        onChange={(role) => onDraft({ partyRole: role === ANY ? undefined : role })}
      />
      <span className="field-hint">{t('claims.table.speaker.hint')}</span>
    </>
  );
}
