import { Menu, type MenuItemConstructorOptions } from 'electron';
import { shellWords as words } from './shell-words.ts';

/** A menu entry that does nothing itself: it sends its command to the window, which knows what it means. */
export type SendCommand = (command: string) => void;

/** The application menu. Editing entries are the system's own, so that they work in every field. */
export function applicationMenu(send: SendCommand, isMac: boolean): Menu {
  const command = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    id: name,
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: words.file,
      submenu: [
        command(words.newCase, 'case.new', 'CmdOrCtrl+Shift+N'),
        command(words.openCase, 'case.open', 'CmdOrCtrl+O'),
        command(words.closeCase, 'case.close', 'CmdOrCtrl+Shift+W'),
        separator,
        command(words.importFiles, 'import.files', 'CmdOrCtrl+I'),
        command(words.importFolder, 'import.folder', 'CmdOrCtrl+Shift+I'),
        command(words.capture, 'capture.open', 'CmdOrCtrl+Shift+U'),
        command(words.browse, 'handsOn.open', 'CmdOrCtrl+Shift+B'),
        separator,
        command(words.verify, 'verify.run', 'CmdOrCtrl+Shift+V'),
        command(words.export, 'export.create', 'CmdOrCtrl+Shift+E'),
        command(words.checkCaseFile, 'casefile.verify'),
        command(words.backUp, 'case.backup', 'CmdOrCtrl+Shift+Y'),
        command(words.restore, 'case.restore'),
        separator,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { label: words.edit, role: 'editMenu' },
    { label: words.view, submenu: viewEntries(command) },
    { label: words.help, role: 'help', submenu: [command(words.keys, 'help.keys', 'F1')] },
  ]);
}

function viewEntries(
  command: (label: string, name: string, accelerator?: string) => MenuItemConstructorOptions,
): MenuItemConstructorOptions[] {
  const places = ['library', 'passages', 'claims', 'incidents', 'parties', 'custody'] as const;
  return [
    command(words.palette, 'palette.open', 'CmdOrCtrl+K'),
    command(words.search, 'search.open', 'CmdOrCtrl+Shift+F'),
    { type: 'separator' },
    ...places.map((place, index) => command(words[place], `go.${place}`, `CmdOrCtrl+${index + 1}`)),
    { type: 'separator' },
    command(words.theme, 'theme.toggle'),
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
}
