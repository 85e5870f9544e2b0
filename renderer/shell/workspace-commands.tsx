import { useMemo } from 'react';
import type { CaseInfo } from '#shared/model/case.ts';
import { useCommands, type Command } from './commands.ts';
import { call } from './engine.ts';
import { caseCommands } from './case-commands.ts';
import { chooseAndOpenCaseFile, makeCaseFromFile } from '../merge/open-case-file.ts';
import { importChosen } from '../library/import-run.ts';
import { closeInspector, closeTab, goBack, goForward, goTo, itemInUse, showDialog, useSession, type Place } from './session.ts';
import { toggleTheme } from './theme.ts';
import { notifyError } from '../ui/toast.tsx';
import { UndoCommands } from '../undo/undo-commands.tsx';
import { sealCommands, sealViewCommands } from '../seals/seal-commands.ts';
import { startVerify } from '../custody/verify-run.ts';

/** Offers what can be done anywhere in an open case. */
export function WorkspaceCommands({ info }: { info: CaseInfo }) {
  useCommands(useMemo(() => [...goCommands, ...viewCommands, ...caseCommands], []));
  useCommands(useMemo(() => (info.access === 'write' ? writeCommands : []), [info.access]));
  useCommands(proofCommands);
  useCommands(sealViewCommands);
  useCommands(useMemo(() => (info.access === 'write' ? sealCommands : []), [info.access]));
  useCommands(useMemo(() => annotationCommands(info), [info]));
  useCommands(useMemo(() => copyCommands(info), [info]));
  return info.access === 'write' ? <UndoCommands /> : null;
}

const go = (name: string, keys: string, place: Place, title: Command['title']): Command => ({
  id: `go.${name}`,
  title,
  group: 'shell.group.go',
  keys,
  run: () => goTo(place),
});

const goCommands: readonly Command[] = [
  go('library', '$mod+1', { name: 'library', types: null }, 'shell.all'),
  go('passages', '$mod+2', { name: 'passages' }, 'shell.passages'),
  go('claims', '$mod+3', { name: 'claims' }, 'shell.claims'),
  go('incidents', '$mod+4', { name: 'incidents' }, 'shell.incidents'),
  go('parties', '$mod+5', { name: 'parties' }, 'shell.parties'),
  go('custody', '$mod+6', { name: 'custody' }, 'shell.custody'),
  go('queue', '$mod+7', { name: 'queue' }, 'queue.go'),
  go('timeline', '$mod+8', { name: 'timeline' }, 'timeline.title'),
  go('network', '$mod+9', { name: 'network' }, 'network.title'),
  go('gaps', '$mod+Shift+g', { name: 'gaps' }, 'gaps.title'),
  { id: 'go.vocabulary', title: 'vocabulary.title', group: 'shell.group.go', run: () => goTo({ name: 'vocabulary' }) },
  go('settings', '$mod+,', { name: 'settings' }, 'shell.settings'),
  { id: 'go.back', title: 'shell.do.back', group: 'shell.group.go', keys: 'Alt+ArrowLeft', run: goBack },
  { id: 'go.forward', title: 'shell.do.forward', group: 'shell.group.go', keys: 'Alt+ArrowRight', run: goForward },
];

const copyCommands = ({ title, access, caseFile }: CaseInfo): Command[] => [
  {
    id: 'casefile.open',
    title: 'shell.do.open-file',
    group: 'shell.group.case',
    run: () => void chooseAndOpenCaseFile().catch(notifyError),
  },
  ...(caseFile === null
    ? []
    : [
        {
          id: 'casefile.import',
          title: 'shell.do.make-case',
          group: 'shell.group.case',
          run: () => void makeCaseFromFile(caseFile, title).catch(notifyError),
        } as const,
      ]),
  ...(access === 'write'
    ? [
        {
          id: 'case.merge',
          title: 'shell.do.merge',
          group: 'shell.group.proof',
          keys: '$mod+Shift+m',
          run: () => showDialog('merge'),
        } as const,
      ]
    : []),
];

const focusSearch = () => window.dispatchEvent(new CustomEvent('holdfast:focus-search'));
const closeCurrentTab = () => {
  const itemId = itemInUse(useSession.getState());
  if (itemId !== null) closeTab(itemId);
};

const viewCommands: readonly Command[] = [
  { id: 'palette.open', title: 'shell.do.palette', group: 'shell.group.view', keys: '$mod+k', run: () => showDialog('palette') },
  { id: 'help.keys', title: 'shell.do.cheat-sheet', group: 'shell.group.view', keys: '[Shift]+?', run: () => showDialog('cheat-sheet') },
  { id: 'search.open', title: 'shell.do.search', group: 'shell.group.view', keys: '$mod+Shift+f', run: focusSearch },
  { id: 'theme.toggle', title: 'shell.do.theme', group: 'shell.group.view', run: () => void toggleTheme() },
  { id: 'tags.manage', title: 'tag.manage', group: 'panel.group', run: () => showDialog('tags') },
  { id: 'inspector.close', title: 'shell.do.inspector', group: 'shell.group.view', keys: '$mod+.', run: closeInspector },
  { id: 'tab.close', title: 'shell.do.tab-close', group: 'shell.group.view', keys: '$mod+w', run: closeCurrentTab },
];

const writeCommands: readonly Command[] = [
  { id: 'capture.open', title: 'shell.do.capture', group: 'shell.group.sources', keys: '$mod+Shift+u', run: () => showDialog('capture') },
  { id: 'queue.add', title: 'queue.add', group: 'shell.group.sources', keys: '$mod+Shift+l', run: () => showDialog('queue-add') },
  {
    id: 'handsOn.open',
    title: 'hands-on.command',
    group: 'shell.group.sources',
    keys: '$mod+Shift+b',
    run: () => void call('handsOn.open', {}).catch(notifyError),
  },
  { id: 'handsOn.session', title: 'hands-on.session.command', group: 'shell.group.sources', run: () => showDialog('browsing-session') },
  { id: 'import.files', title: 'shell.do.import-files', group: 'shell.group.sources', keys: '$mod+i', run: () => void importChosen(false) },
  {
    id: 'import.folder',
    title: 'shell.do.import-folder',
    group: 'shell.group.sources',
    keys: '$mod+Shift+i',
    run: () => void importChosen(true),
  },
];

const annotationCommands = ({ title, access }: CaseInfo): Command[] => [
  {
    id: 'annotations.write',
    title: 'annotations.write',
    group: 'annotations.group',
    run: () => void import('../annotations/read-annotations-dialog.tsx').then(({ writeAnnotations }) => writeAnnotations(title)),
  },
  { id: 'table.export', title: 'tables.export', group: 'tables.group', run: () => showDialog('table-export') },
  ...(access === 'write'
    ? [{ id: 'table.import', title: 'tables.import', group: 'tables.group', run: () => showDialog('table-import') } as const]
    : []),
  ...(access === 'write'
    ? [{ id: 'annotations.read', title: 'annotations.read', group: 'annotations.group', run: () => showDialog('annotations') } as const]
    : []),
];

const proofCommands: readonly Command[] = [
  { id: 'verify.run', title: 'shell.do.verify', group: 'shell.group.proof', keys: '$mod+Shift+v', run: () => void startVerify() },
  { id: 'export.create', title: 'shell.do.export', group: 'shell.group.proof', keys: '$mod+Shift+e', run: () => showDialog('export') },
  { id: 'casefile.verify', title: 'shell.do.verify-file', group: 'shell.group.proof', run: () => showDialog('verify-file') },
  { id: 'case.backup', title: 'backup.command', group: 'shell.group.proof', keys: '$mod+Shift+y', run: () => showDialog('backup') },
  { id: 'case.restore', title: 'restore.command', group: 'shell.group.case', run: () => showDialog('restore') },
  { id: 'case.repair', title: 'repair.command', group: 'shell.group.case', run: () => showDialog('repair') },
];
