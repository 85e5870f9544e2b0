import { dialog, type BrowserWindow } from 'electron';
import type { MainHandlers } from './door.ts';
import { writeSettings } from './settings.ts';
import type { Shell } from './shell.ts';
import { shellWords as words } from './shell-words.ts';

/** Which folder holds more languages for OCR. The engine reads the choice from the settings file each time it looks. */
export function createOcrDataHandlers(shell: Shell, window: () => BrowserWindow): Pick<MainHandlers, 'ocr.chooseData' | 'ocr.forgetData'> {
  const set = (ocrData: string | null) => {
    shell.settings.ocrData = ocrData;
    writeSettings(shell.settingsFile, shell.settings);
  };
  return {
    'ocr.chooseData': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), { title: words.chooseOcrData, properties: ['openDirectory'] });
      const folder = filePaths[0] ?? null;
      if (folder !== null) set(folder);
      return { folder };
    },
    'ocr.forgetData': () => {
      set(null);
      return Promise.resolve({});
    },
  };
}
