import type { CallInput } from '#shared/contract.ts';
import type { TagColour } from '#shared/model/tag-colours.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { TagSwatch } from './tag-chip.tsx';

type GroupListProps = {
  by: 'item' | 'tag';
  asked: Omit<CallInput<'passages.groups'>, 'by'>;
  value: string | null;
  colours: ReadonlyMap<string, TagColour>;
  onChange: (key: string | null) => void;
};

/** Sources or tags with how many passages each has; choosing one narrows the list beside. */
export function GroupList({ by, asked, value, colours, onChange }: GroupListProps) {
  const { data } = useCall('passages.groups', { ...asked, by }, { keepPrevious: true });
  return (
    <ul className="group-list" aria-label={t(`passages.group.${by}`)}>
      <Group label={t('passages.group.all')} count={null} isChosen={value === null} onPress={() => onChange(null)} />
      {data?.groups.map(({ key, label, count }) => (
        <Group
          key={key}
          label={label}
          count={count}
          colour={by === 'tag' ? (colours.get(key) ?? null) : null}
          isChosen={value === key}
          onPress={() => onChange(key)}
        />
      ))}
    </ul>
  );
}

type GroupProps = { label: string; count: number | null; colour?: TagColour | null; isChosen: boolean; onPress: () => void };

function Group({ label, count, colour = null, isChosen, onPress }: GroupProps) {
  return (
    <li>
      <button type="button" className="group-one" aria-current={isChosen ? 'true' : undefined} onClick={onPress} title={label}>
        {colour === null ? null : <TagSwatch colour={colour} />}
        <span className="truncate" dir="auto">
          {label}
        </span>
        {count === null ? null : <span className="faint number">{count}</span>}
      </button>
    </li>
  );
}
