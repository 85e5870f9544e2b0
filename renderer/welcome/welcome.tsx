import './welcome.css';
import { FileSearch, FolderOpen, FolderPlus, Sparkles, type LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommands } from '../shell/commands.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useCaseOpening } from './case-opening.ts';
import { NewCaseDialog } from './new-case-dialog.tsx';
import { RecentCases } from './recent-cases.tsx';
import { OpeningFile } from './opening-file.tsx';
import { SampleProgress } from './sample-progress.tsx';
import { VerifyFileDialog } from '../custody/verify-file-dialog.tsx';
import { Mark } from './mark.tsx';

/** The first screen: make a case, open one, or try the sample. `error` is why no case could be asked about. */
export function Welcome({ error }: { error: unknown }) {
  const [dialog, setDialog] = useState<'new' | 'check' | null>(null);
  const opening = useCaseOpening();
  useCommands(
    useMemo(
      () => [
        { id: 'case.new', title: 'shell.do.case-new', group: 'shell.group.case', keys: '$mod+Shift+n', run: () => setDialog('new') },
        { id: 'case.open', title: 'shell.do.case-open', group: 'shell.group.case', keys: '$mod+o', run: opening.choose },
        { id: 'casefile.open', title: 'shell.do.open-file', group: 'shell.group.case', run: opening.openFile },
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
          <ErrorNotice error={opening.failure.error}>
            {opening.failure.error.code === 'case-locked' ? (
              <Button size="s" onPress={opening.readInstead}>
                {t('welcome.locked.read')}
              </Button>
            ) : null}
          </ErrorNotice>
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
          <Button variant="quiet" size="s" onPress={() => setDialog('check')}>
            {t('welcome.check')}
          </Button>
        </footer>
      </div>
      {dialog === 'new' ? <NewCaseDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'check' ? <VerifyFileDialog onClose={() => setDialog(null)} /> : null}
    </main>
  );
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
