import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { tagColours, type TagColour } from '#shared/model/tag-colours.ts';
import { t } from '../../messages/index.ts';
import { TagSwatch } from '../tag-chip.tsx';

type ColourChoiceProps = { tag: string; value: TagColour | null; isDisabled: boolean; onChange: (colour: TagColour | null) => void };

/** The closed set of colours; what is chosen is also said by its name. */
export function ColourChoice({ tag, value, isDisabled, onChange }: ColourChoiceProps) {
  return (
    <div className="colour-choice">
      <ToggleButtonGroup
        className="colour-choice-set"
        aria-label={t('tag.colour.of', { tag })}
        selectionMode="single"
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => onChange(([...keys][0] as TagColour | undefined) ?? null)}
        isDisabled={isDisabled}
      >
        {tagColours.map((colour) => (
          <ToggleButton key={colour} id={colour} className="colour-choice-one" aria-label={t(`tag.colour.${colour}`)}>
            <TagSwatch colour={colour} />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span className="muted colour-choice-name">{t(`tag.colour.${value ?? 'none'}`)}</span>
    </div>
  );
}
