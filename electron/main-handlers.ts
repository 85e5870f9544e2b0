import { shell as desktop, nativeTheme, type BrowserWindow } from 'electron';
import { writableCase } from './capture/run-capture.ts';
import { capture } from './captures.ts';
import { createDialogs } from './dialogs.ts';
import type { MainHandlers } from './door.ts';
import { closeBeforeCase, type HandsOn } from './hands-on/hands-on.ts';
import { createHelperHandlers } from './helpers.ts';
import { createOcrDataHandlers } from './ocr-data.ts';
import { readRecentCases } from './recent-cases.ts';
import { openSample } from './sample-case.ts';
import { saveSheet } from './save-sheet.ts';
import { writeSettings } from './settings.ts';
import { createReplays } from './replay/replays.ts';
import type { Shell } from './shell.ts';

/** The calls main answers itself: dialogs, settings, and what needs Chromium. */
export function createMainHandlers(shell: Shell, window: () => BrowserWindow, handsOn: HandsOn): MainHandlers {
  const dialogs = createDialogs(window);
  return {
    ...createReplays(shell, window),
    'capture.run': (input) => capture(shell, input),
    'handsOn.open': async ({ url }) => {
      await handsOn.show(url);
      return {};
    },
    'handsOn.sessionInfo': async () => handsOn.sessionInfo((await writableCase(shell.engine)).caseId),
    'handsOn.wipe': async () => {
      await handsOn.wipe();
      return {};
    },
    'queue.run': () => shell.queue.run(),
    'queue.pause': () => shell.queue.pause(),
    'queue.status': () => shell.queue.status(),
    'sample.open': async (input) => {
      await closeBeforeCase(handsOn);
      await shell.queue.stop();
      return openSample(shell, input);
    },
    'custody.saveSheet': async ({ itemId }) => saveSheet(shell, itemId, dialogs.saveSheet),
    'dialogs.chooseFiles': dialogs.chooseFiles,
    'dialogs.chooseCase': dialogs.chooseCase,
    'dialogs.newCase': dialogs.newCase,
    'dialogs.backupTarget': dialogs.backupTarget,
    'dialogs.chooseBackup': dialogs.chooseBackup,
    'dialogs.saveCaseFile': dialogs.saveCaseFile,
    'dialogs.saveAnnotations': dialogs.saveAnnotations,
    'dialogs.chooseAnnotations': dialogs.chooseAnnotations,
    'dialogs.saveTable': dialogs.saveTable,
    'dialogs.chooseTable': dialogs.chooseTable,
    'dialogs.saveTranscript': dialogs.saveTranscript,
    'dialogs.chooseCaseFile': dialogs.chooseCaseFile,
    ...createHelperHandlers(shell, window),
    ...createOcrDataHandlers(shell, window),
    'recent.list': () => Promise.resolve(readRecentCases(shell.recentFile)),
    'files.reveal': ({ path }) => {
      desktop.showItemInFolder(path);
      return Promise.resolve({});
    },
    'settings.get': () => Promise.resolve({ ...shell.settings }),
    'settings.set': async ({ theme, actor, ocrLanguages }) => {
      Object.assign(shell.settings, theme && { theme }, actor && { actor }, ocrLanguages && { ocrLanguages });
      writeSettings(shell.settingsFile, shell.settings);
      nativeTheme.themeSource = shell.settings.theme;
      if (actor !== undefined) await shell.engine.call('session.identify', { actor });
      return {};
    },
  };
}
