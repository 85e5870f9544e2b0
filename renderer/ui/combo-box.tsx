import './field.css';
import { ChevronDown } from 'lucide-react';
import { useContext, useEffect, useRef, type ReactNode } from 'react';
import {
  Button,
  Collection,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import { FieldParts } from './text-field.tsx';
import type { Option } from './select.tsx';

/** `section` puts options that follow one another under a heading; `detail` is said faintly beside the label. */
export type ComboOption = Option & { section?: string; detail?: string };

export type ComboBoxProps = {
  label?: string;
  'aria-label'?: string;
  options: readonly ComboOption[];
  /** Words in the field. */
  inputValue: string;
  onInputChange: (words: string) => void;
  /** Id of the chosen option, or null when the words are the person's own. */
  value?: string | null;
  onChoose: (id: string | null) => void;
  /** Own words stay when the field is left. */
  allowsCustomValue?: boolean;
  /** The list opens when the field is entered, before anything is typed. */
  opensOnFocus?: boolean;
  placeholder?: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown instead of an empty list. */
  empty?: ReactNode;
  onBlur?: () => void;
};

/** A list to choose from by typing; the caller says which options fit the words when the list is long. */
export function ComboBox({
  label,
  options,
  value = null,
  onChoose,
  allowsCustomValue = true,
  opensOnFocus = false,
  placeholder,
  hint,
  error,
  empty,
  ...rest
}: ComboBoxProps) {
  return (
    <AriaComboBox<Section | ComboOption>
      {...rest}
      className="field"
      allowsCustomValue={allowsCustomValue}
      allowsEmptyCollection={empty !== undefined}
      menuTrigger={opensOnFocus ? 'focus' : 'input'}
      items={sectioned(options)}
      value={value}
      onChange={(key) => onChoose(key === null ? null : String(key))}
      isInvalid={error !== undefined}
    >
      <FieldParts label={label} hint={hint} error={error}>
        <div className="field-box">
          <Input className="field-input" dir="auto" placeholder={placeholder ?? ''} />
          <Button className="field-button">
            <ChevronDown aria-hidden />
          </Button>
        </div>
      </FieldParts>
      {opensOnFocus ? <OpenedAgain /> : null}
      <Popover className="popup" offset={3}>
        <ListBox<Section | ComboOption> className="popup-list" renderEmptyState={() => <div className="popup-empty">{empty}</div>}>
          {(entry) => ('options' in entry ? <OptionSection section={entry} /> : <OptionRow option={entry} />)}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** A field scrolled into view as it is entered closes its list again; the list opens once the scroll is over. */
function OpenedAgain() {
  const state = useContext(ComboBoxStateContext);
  const latest = useRef(state);
  latest.current = state;
  const isFocused = state?.isFocused ?? false;
  useEffect(() => {
    if (!isFocused) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (latest.current?.isOpen === false) latest.current.open(null, 'focus');
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isFocused]);
  return null;
}

type Section = { id: string; heading: string; options: readonly ComboOption[] };

/** Options as they are, or in sections when one of them names a section. */
function sectioned(options: readonly ComboOption[]): readonly (Section | ComboOption)[] {
  if (!options.some(({ section }) => section !== undefined)) return options;
  const sections = Map.groupBy(options, ({ section }) => section ?? '');
  return [...sections].map(([heading, own]) => ({ id: `section ${heading}`, heading, options: own }));
}

function OptionSection({ section }: { section: Section }) {
  return (
    <ListBoxSection id={section.id} aria-label={section.heading}>
      {section.heading === '' ? null : <Header className="popup-heading">{section.heading}</Header>}
      <Collection items={section.options}>{(option) => <OptionRow option={option} />}</Collection>
    </ListBoxSection>
  );
}

function OptionRow({ option }: { option: ComboOption }) {
  return (
    <ListBoxItem className="popup-option" id={option.id} textValue={option.label}>
      <span className="truncate" dir="auto">
        {option.label}
      </span>
      {option.detail === undefined ? null : (
        <span className="popup-detail truncate" dir="auto">
          {option.detail}
        </span>
      )}
    </ListBoxItem>
  );
}
