import { useMemo } from 'react';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { TagsField } from '../ui/tags-field.tsx';
import { TagSwatch } from './tag-chip.tsx';
import { useTagColours } from './use-tag-colours.ts';

type CaseTagsFieldProps = { value: readonly string[]; onChange: (tags: string[]) => void; isReadOnly?: boolean };

/** Tags with those the case uses offered, the most used first. */
export function CaseTagsField({ value, onChange, isReadOnly = false }: CaseTagsFieldProps) {
  const { data } = useCall('tags.list', {});
  const colours = useTagColours();
  const known = useMemo(() => [...(data?.tags ?? [])].sort((a, b) => b.count - a.count).map(({ tag }) => tag), [data]);
  return (
    <TagsField
      label={t('passage.tags')}
      value={value}
      onChange={onChange}
      placeholder={t('passage.tags.hint')}
      suggestions={known}
      isReadOnly={isReadOnly}
      mark={(tag) => {
        const colour = colours.get(tag);
        return colour === undefined ? null : <TagSwatch colour={colour} />;
      }}
    />
  );
}
