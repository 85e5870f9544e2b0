import { FilePlus2, Globe, MousePointerClick } from 'lucide-react';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { runCommand } from '../shell/commands.ts';
import { Button } from '../ui/button.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';

export type LibraryFilter = 'all' | 'without-passage' | 'needs-attention';
const filters: readonly LibraryFilter[] = ['all', 'without-passage', 'needs-attention'];

type Props = {
  total: number | null;
  filter: LibraryFilter;
  onFilter: (filter: LibraryFilter) => void;
  words: string;
  onWords: (words: string) => void;
};

export function LibraryTools({ total, filter, onFilter, words, onWords }: Props) {
  const canWrite = useCanWrite();
  return (
    <ToolBar>
      <Button variant="go" icon={Globe} isDisabled={!canWrite} onPress={() => runCommand('capture.open')}>
        {t('library.capture')}
      </Button>
      <Button icon={MousePointerClick} isDisabled={!canWrite} onPress={() => runCommand('handsOn.open')}>
        <span className="library-tool-words">{t('hands-on.open')}</span>
      </Button>
      <Button icon={FilePlus2} isDisabled={!canWrite} onPress={() => runCommand('import.files')}>
        <span className="library-tool-words">{t('library.import')}</span>
      </Button>
      <Gap />
      <FilterField label={t('library.narrow')} words={words} onWords={onWords} />
      <span className="faint number library-total">{total === null ? '' : t('library.sources', { count: total })}</span>
      <Segmented
        label={t('library.filter')}
        options={filters.map((id) => ({ id, label: t(`library.filter.${id}`) }))}
        value={filter}
        onChange={onFilter}
      />
    </ToolBar>
  );
}
