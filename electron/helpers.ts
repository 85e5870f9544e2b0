import { dialog, type BrowserWindow } from 'electron';
import type { MainHandlers } from './door.ts';
import { writeSettings } from './settings.ts';
import type { Shell } from './shell.ts';
import { shellWords as words } from './shell-words.ts';

/** Which yt-dlp is run. The engine reads the choice from the settings file each time it looks for the program. */
export function createHelperHandlers(shell: Shell, window: () => BrowserWindow): Pick<MainHandlers, 'helpers.choose' | 'helpers.forget'> {
  const set = (ytDlp: string | null) => {
    shell.settings.ytDlp = ytDlp;
    writeSettings(shell.settingsFile, shell.settings);
  };
  return {
    'helpers.choose': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: words.chooseYtDlp,
        properties: ['openFile', 'showHiddenFiles'],
      });
      const path = filePaths[0] ?? null;
      if (path !== null) set(path);
      return { path };
    },
    'helpers.forget': () => {
      set(null);
      return Promise.resolve({});
    },
  };
}
