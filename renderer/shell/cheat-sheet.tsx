import './cheat-sheet.css';
import { t, type MessageKey } from '../messages/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useCommandList, type Command } from './commands.ts';

/** The keys of everything that can be done where the person is now. */
export function CheatSheet({ onClose }: { onClose: () => void }) {
  const commands = useCommandList((state) => state.commands);
  return (
    <Dialog title={t('shell.keys')} isOpen onClose={onClose} wide>
      <div className="cheat-sheet" tabIndex={0} role="group" aria-label={t('shell.keys')}>
        {byGroup(commands).map(([group, ofGroup]) => (
          <section key={group}>
            <h3>{t(group)}</h3>
            <dl>
              {ofGroup.map(({ id, title, keys }) => (
                <div key={id}>
                  <dt>{t(title)}</dt>
                  <dd>
                    <Kbd keys={keys ?? ''} />
                    <span className="visually-hidden">{keys}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function byGroup(commands: readonly Command[]): [MessageKey, Command[]][] {
  const groups = new Map<MessageKey, Command[]>();
  for (const command of commands) {
    if (command.keys !== undefined) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups];
}
