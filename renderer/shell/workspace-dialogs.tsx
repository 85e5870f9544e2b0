import { lazy, Suspense } from 'react';
import type { CaseInfo } from '#shared/model/case.ts';
import { showDialog, useSession } from './session.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const CheatSheet = lazy(async () => ({ default: (await import('./cheat-sheet.tsx')).CheatSheet }));
const CaptureDialog = lazy(async () => ({ default: (await import('../library/capture-dialog.tsx')).CaptureDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('../custody/export-dialog.tsx')).ExportDialog }));
const VerifyFileDialog = lazy(async () => ({ default: (await import('../custody/verify-file-dialog.tsx')).VerifyFileDialog }));
const NewCaseDialog = lazy(async () => ({ default: (await import('../welcome/new-case-dialog.tsx')).NewCaseDialog }));

/** The one dialog that is open, if any. */
export function WorkspaceDialogs({ info }: { info: CaseInfo }) {
  const dialog = useSession((state) => state.dialog);
  const close = () => showDialog(null);
  return (
    <Suspense fallback={null}>
      {dialog === 'palette' ? <Palette onClose={close} /> : null}
      {dialog === 'cheat-sheet' ? <CheatSheet onClose={close} /> : null}
      {dialog === 'capture' ? <CaptureDialog onClose={close} /> : null}
      {dialog === 'export' ? <ExportDialog title={info.title} onClose={close} /> : null}
      {dialog === 'verify-file' ? <VerifyFileDialog onClose={close} /> : null}
      {dialog === 'new-case' ? <NewCaseDialog onClose={close} /> : null}
    </Suspense>
  );
}
