import { t } from '../messages/index.ts';
import { Kbd } from '../ui/kbd.tsx';
import { PickerDialog } from '../ui/picker-dialog.tsx';
import { runCommand, useCommandList, type Command } from './commands.ts';

/** Every command by name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const commands = useCommandList((state) => state.commands).filter((command) => command.id !== 'palette.open');
  return (
    <PickerDialog
      label={t('shell.palette')}
      placeholder={t('shell.palette.placeholder')}
      options={commands.map((command) => ({
        id: command.id,
        words: `${t(command.title)} ${t(command.group)}`,
        row: <CommandRow command={command} />,
      }))}
      onChoose={runCommand}
      onClose={onClose}
      empty={t('shell.palette.empty')}
    />
  );
}

function CommandRow({ command: { title, group, keys } }: { command: Command }) {
  return (
    <>
      <span className="truncate">{t(title)}</span>
      <span className="faint picker-beside">{t(group)}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </>
  );
}
