import './welcome.css';
import { FileSearch, FolderOpen, FolderPlus, Sparkles, type LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommands } from '../shell/commands.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useCaseOpening } from './case-opening.ts';
import { FailureNotice } from './failure-notice.tsx';
import { NewCaseDialog } from './new-case-dialog.tsx';
import { RecentCases } from './recent-cases.tsx';
import { OpeningFile } from './opening-file.tsx';
import { SampleProgress } from './sample-progress.tsx';
import { RepairDialog } from '../backup/repair-dialog.tsx';
import { RestoreDialog } from '../backup/restore-dialog.tsx';
import { VerifyFileDialog } from '../custody/verify-file-dialog.tsx';
import { Mark } from './mark.tsx';

type WelcomeDialog = 'new' | 'check' | 'restore' | 'repair';

/** The first screen: make a case, open one, or try the sample. `error` is why no case could be asked about. */
export function Welcome({ error }: { error: unknown }) {
  const [dialog, setDialog] = useState<WelcomeDialog | null>(null);
  const [damaged, setDamaged] = useState<string | null>(null);
  const opening = useCaseOpening();
  useCommands(
    useMemo(
      () => [
        { id: 'case.new', title: 'shell.do.case-new', group: 'shell.group.case', keys: '$mod+Shift+n', run: () => setDialog('new') },
        { id: 'case.open', title: 'shell.do.case-open', group: 'shell.group.case', keys: '$mod+o', run: opening.choose },
        { id: 'casefile.open', title: 'shell.do.open-file', group: 'shell.group.case', run: opening.openFile },
        { id: 'case.restore', title: 'restore.command', group: 'shell.group.case', run: () => setDialog('restore') },
        { id: 'case.repair', title: 'repair.command', group: 'shell.group.case', run: () => setDialog('repair') },
        { id: 'casefile.verify', title: 'shell.do.verify-file', group: 'shell.group.proof', run: () => setDialog('check') },
      ],
      [opening.choose, opening.openFile],
    ),
  );
  return (
    <main className="welcome">
      <div className="welcome-sheet">
        <header className="welcome-head">
          <Mark />
          <div>
            <h1>Holdfast</h1>
            <p className="muted">{t('welcome.tagline')}</p>
          </div>
        </header>
        {error == null ? null : <ErrorNotice error={error} />}
        {opening.failure === null ? null : (
          <FailureNotice
            failure={opening.failure}
            readInstead={opening.readInstead}
            repair={setDamaged}
            restore={() => setDialog('restore')}
          />
        )}
        <div className="welcome-ways">
          <Way icon={FolderPlus} title={t('welcome.new')} text={t('welcome.new.text')} onPress={() => setDialog('new')} />
          <Way icon={FolderOpen} title={t('welcome.open')} text={t('welcome.open.text')} onPress={opening.choose} />
          <Way icon={FileSearch} title={t('casefile.open')} text={t('casefile.open.text')} onPress={opening.openFile} />
          <Way icon={Sparkles} title={t('welcome.sample')} text={t('welcome.sample.text')} onPress={opening.openSample} />
        </div>
        {opening.fileJob === null ? null : <OpeningFile jobId={opening.fileJob} />}
        {opening.sampleJob === null ? null : <SampleProgress jobId={opening.sampleJob} />}
        <RecentCases onOpen={opening.open} />
        <footer className="welcome-foot">
          <span className="faint">{t('welcome.offline')}</span>
          <FootWays show={setDialog} />
        </footer>
      </div>
      <Dialogs dialog={dialog} onClose={() => setDialog(null)} />
      {damaged === null ? null : <RepairDialog damaged={damaged} onClose={() => setDamaged(null)} />}
    </main>
  );
}

function FootWays({ show }: { show: (dialog: WelcomeDialog) => void }) {
  return (
    <span className="welcome-more">
      <Button variant="quiet" size="s" onPress={() => show('restore')}>
        {t('restore.command')}
      </Button>
      <Button variant="quiet" size="s" onPress={() => show('check')}>
        {t('welcome.check')}
      </Button>
    </span>
  );
}

function Dialogs({ dialog, onClose }: { dialog: WelcomeDialog | null; onClose: () => void }) {
  switch (dialog) {
    case null:
      return null;
    case 'new':
      return <NewCaseDialog onClose={onClose} />;
    case 'check':
      return <VerifyFileDialog onClose={onClose} />;
    case 'restore':
      return <RestoreDialog onClose={onClose} />;
    case 'repair':
      return <RepairDialog damaged={null} onClose={onClose} />;
  }
}

function Way({ icon: Icon, title, text, onPress }: { icon: LucideIcon; title: string; text: string; onPress: () => void }) {
  return (
    <button type="button" className="welcome-way" onClick={onPress}>
      <Icon aria-hidden />
      <span>
        <strong>{title}</strong>
        <span className="muted">{text}</span>
      </span>
    </button>
  );
}
