import { PackageCheck, PackageOpen } from 'lucide-react';
import { t } from '../messages/index.ts';
import { runCommand } from '../shell/commands.ts';
import { Button } from '../ui/button.tsx';
import { BackupSection } from '../backup/backup-section.tsx';

/** The two things to do with case files: make one, check one. */
export function CaseFiles() {
  return (
    <div className="page case-files">
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
      <BackupSection />
    </div>
  );
}
