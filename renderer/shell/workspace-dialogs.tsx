import { lazy, Suspense } from 'react';
import type { CaseInfo } from '#shared/model/case.ts';
import { CheatSheet } from './cheat-sheet.tsx';
import { Palette } from './palette.tsx';
import { showMerges } from '../merge/show-merges.ts';
import { showDialog, useSession } from './session.ts';

const CaptureDialog = lazy(async () => ({ default: (await import('../captures/capture-dialog.tsx')).CaptureDialog }));
const AddUrlsDialog = lazy(async () => ({ default: (await import('../queue/add-urls-dialog.tsx')).AddUrlsDialog }));
const BrowsingSessionDialog = lazy(async () => ({
  default: (await import('../library/browsing-session-dialog.tsx')).BrowsingSessionDialog,
}));
const BesideDialog = lazy(async () => ({ default: (await import('../reader/sides/beside-dialog.tsx')).BesideDialog }));
const ReadAnnotationsDialog = lazy(async () => ({
  default: (await import('../annotations/read-annotations-dialog.tsx')).ReadAnnotationsDialog,
}));
const ImportTableDialog = lazy(async () => ({ default: (await import('../tables/import-table-dialog.tsx')).ImportTableDialog }));
const ExportTableDialog = lazy(async () => ({ default: (await import('../tables/export-table-dialog.tsx')).ExportTableDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('../custody/export-dialog.tsx')).ExportDialog }));
const VerifyFileDialog = lazy(async () => ({ default: (await import('../custody/verify-file-dialog.tsx')).VerifyFileDialog }));
const SheetDialog = lazy(async () => ({ default: (await import('../custody/sheet-dialog.tsx')).SheetDialog }));
const BackupDialog = lazy(async () => ({ default: (await import('../backup/backup-dialog.tsx')).BackupDialog }));
const RestoreDialog = lazy(async () => ({ default: (await import('../backup/restore-dialog.tsx')).RestoreDialog }));
const RepairDialog = lazy(async () => ({ default: (await import('../backup/repair-dialog.tsx')).RepairDialog }));
const AuthoritiesDialog = lazy(async () => ({ default: (await import('../seals/authorities-dialog.tsx')).AuthoritiesDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('../merge/merge-dialog.tsx')).MergeDialog }));
const NewCaseDialog = lazy(async () => ({ default: (await import('../welcome/new-case-dialog.tsx')).NewCaseDialog }));

const TagsDialog = lazy(async () => ({ default: (await import('../passages/tags/tags-dialog.tsx')).TagsDialog }));

/** The one dialog that is open, if any. The palette is loaded from the start, so that no key typed into it is lost. */
export function WorkspaceDialogs({ info }: { info: CaseInfo }) {
  const dialog = useSession((state) => state.dialog);
  const close = () => showDialog(null);
  return (
    <Suspense fallback={null}>
      {dialog === 'palette' ? <Palette onClose={close} /> : null}
      {dialog === 'cheat-sheet' ? <CheatSheet onClose={close} /> : null}
      {dialog === 'capture' ? <CaptureDialog onClose={close} /> : null}
      {dialog === 'queue-add' ? <AddUrlsDialog onClose={close} /> : null}
      {dialog === 'browsing-session' ? <BrowsingSessionDialog onClose={close} /> : null}
      {dialog === 'tags' ? <TagsDialog canWrite={info.access === 'write'} onClose={close} /> : null}
      {dialog === 'beside' ? <BesideDialog onClose={close} /> : null}
      {dialog === 'annotations' ? <ReadAnnotationsDialog onClose={close} /> : null}
      {dialog === 'table-import' ? <ImportTableDialog onClose={close} /> : null}
      {dialog === 'table-export' ? <ExportTableDialog title={info.title} onClose={close} /> : null}
      {dialog === 'export' ? <ExportDialog title={info.title} onClose={close} /> : null}
      {dialog === 'verify-file' ? <VerifyFileDialog onClose={close} /> : null}
      {dialog === 'custody-sheet' ? <SheetDialog onClose={close} /> : null}
      {dialog === 'backup' ? <BackupDialog info={info} onClose={close} /> : null}
      {dialog === 'restore' ? <RestoreDialog onClose={close} /> : null}
      {dialog === 'repair' ? <RepairDialog damaged={null} onClose={close} /> : null}
      {dialog === 'authorities' ? <AuthoritiesDialog onClose={close} /> : null}
      {dialog === 'merge' ? <MergeDialog onClose={close} onSettle={showMerges} /> : null}
      {dialog === 'new-case' ? <NewCaseDialog onClose={close} /> : null}
    </Suspense>
  );
}
