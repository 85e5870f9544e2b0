import { FilePlus2, FolderPlus, Globe, Hourglass, Inbox, SearchX } from 'lucide-react';
import { t } from '../messages/index.ts';
import { runCommand } from '../shell/commands.ts';
import { useJobs } from '../shell/jobs.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function NothingKept({ canWrite }: { canWrite: boolean }) {
  const isFilling = useJobs(({ running }) => running.some((job) => job.kind === 'sample'));
  if (isFilling) return <EmptyState icon={Hourglass} title={t('library.filling.title')} text={t('library.filling.text')} />;
  if (!canWrite) return <EmptyState icon={Inbox} title={t('library.empty.title')} text={t('library.empty.reading')} />;
  return (
    <EmptyState icon={Inbox} title={t('library.empty.title')} text={t('library.empty.text')}>
      <Button variant="go" icon={Globe} onPress={() => runCommand('capture.open')}>
        {t('library.capture')}
      </Button>
      <Button icon={FilePlus2} onPress={() => runCommand('import.files')}>
        {t('library.import')}
      </Button>
      <Button icon={FolderPlus} onPress={() => runCommand('import.folder')}>
        {t('library.import.folder')}
      </Button>
    </EmptyState>
  );
}

export function NoFit({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon={SearchX} title={t('library.none.title')} text={t('library.none.text')}>
      <Button onPress={onClear}>{t('library.none.clear')}</Button>
    </EmptyState>
  );
}
