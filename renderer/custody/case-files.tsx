import { FileSearch, FolderInput, PackageCheck, PackageOpen } from 'lucide-react';
import type { CaseInfo } from '#shared/model/case.ts';
import { t } from '../messages/index.ts';
import { runCommand } from '../shell/commands.ts';
import { Button } from '../ui/button.tsx';
import { BackupSection } from '../backup/backup-section.tsx';

/** What to do with case files: make one, check one, look at one, go on with the one that is shown. */
export function CaseFiles({ info: { caseFile } }: { info: CaseInfo }) {
  return (
    <div className="page case-files">
      {caseFile === null ? null : (
        <section>
          <FolderInput aria-hidden />
          <h2>{t('casefile.make')}</h2>
          <p className="muted">{t('casefile.make.text')}</p>
          <Button variant="go" onPress={() => runCommand('casefile.import')}>
            {t('welcome.choose-folder')}
          </Button>
        </section>
      )}
      <section>
        <PackageOpen aria-hidden />
        <h2>{t('export.title')}</h2>
        <p className="muted">{t('export.text')}</p>
        <p className="faint">{t('export.removed.text')}</p>
        <Button variant="go" keys="$mod+Shift+e" onPress={() => runCommand('export.create')}>
          {t('export.go')}
        </Button>
      </section>
      <section>
        <PackageCheck aria-hidden />
        <h2>{t('casefile.title')}</h2>
        <p className="muted">{t('casefile.text')}</p>
        <Button onPress={() => runCommand('casefile.verify')}>{t('casefile.choose')}</Button>
      </section>
      <section>
        <FileSearch aria-hidden />
        <h2>{t('casefile.look')}</h2>
        <p className="muted">{t('casefile.open.text')}</p>
        <Button onPress={() => runCommand('casefile.open')}>{t('casefile.choose')}</Button>
      </section>
      <BackupSection />
    </div>
  );
}
