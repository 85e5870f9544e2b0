import { useEffect, useState } from 'react';
import type { ParametersSeen, SeenParameter } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { ask, tell } from './toolbar-state.ts';

/** Shortest value that is withheld: a shorter one stands everywhere by chance. */
const shortest = 4;

/** What is not written down of pages kept from now on. Parameters that look like tokens are ticked from the start. */
export function MarksDialog({ onClose }: { onClose: () => void }) {
  const { seen, chosen, toggle } = useChosen();
  const [values, setValues] = useState('');
  const lines = linesOf(values);
  const isTooShort = lines.some((line) => line.length < shortest);
  const save = () => {
    tell('mark', { parameters: [...chosen], values: lines });
    onClose();
  };
  return (
    <Dialog
      title={t('hands-on.marks.title')}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={seen === null || isTooShort} onPress={save}>
            {t('hands-on.marks.save')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('hands-on.marks.text')}</p>
      <h3>{t('hands-on.marks.parameters')}</h3>
      {seen?.parameters.length === 0 ? <p className="faint">{t('hands-on.marks.none')}</p> : null}
      <ul className="seen-parameters" aria-label={t('hands-on.marks.parameters')}>
        {seen?.parameters.map((one) => (
          <Parameter key={one.name} parameter={one} isChosen={chosen.has(one.name)} onChange={(isOn) => toggle(one.name, isOn)} />
        ))}
      </ul>
      <TextArea
        label={t('hands-on.marks.values')}
        hint={
          t('hands-on.marks.values.hint') +
          (seen !== null && seen.values > 0 ? ` ${t('hands-on.marks.values.marked', { count: seen.values })}` : '')
        }
        error={isTooShort ? t('hands-on.marks.values.hint') : undefined}
        dir="ltr"
        rows={2}
        value={values}
        onChange={setValues}
      />
      <p className="marks-warning">{t('hands-on.marks.warning')}</p>
    </Dialog>
  );
}

/** Parameters met so far, and which of them are ticked. */
function useChosen() {
  const [seen, setSeen] = useState<ParametersSeen | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    void ask('parameters', {}).then((answer) => {
      const found = answer as ParametersSeen;
      setSeen(found);
      setChosen(new Set(found.parameters.filter((one) => one.isMarked || one.looksSecret).map(({ name }) => name)));
    });
  }, []);
  const toggle = (name: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(name);
    else next.delete(name);
    setChosen(next);
  };
  return { seen, chosen, toggle };
}

function linesOf(values: string): string[] {
  const lines = values.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

type ParameterProps = { parameter: SeenParameter; isChosen: boolean; onChange: (isOn: boolean) => void };

function Parameter({ parameter: { name, hosts, example, looksSecret }, isChosen, onChange }: ParameterProps) {
  return (
    <li className="seen-parameter">
      <Checkbox isSelected={isChosen} onChange={onChange}>
        <span className="mono" dir="ltr">
          {name}={example}
        </span>
      </Checkbox>
      <span className="truncate faint" dir="ltr" title={hosts.join('\n')}>
        {hosts.join(', ')}
      </span>
      {looksSecret ? <Chip tone="pending">{t('hands-on.marks.token')}</Chip> : null}
    </li>
  );
}
