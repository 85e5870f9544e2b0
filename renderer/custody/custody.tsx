import './custody.css';
import { useEffect } from 'react';
import { Merges } from '../merge/merges.tsx';
import { t } from '../messages/index.ts';
import { Seals, SealTools } from '../seals/seals.tsx';
import { useCaseInfo } from '../shell/case-info.ts';
import { Gap, ToolBar } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CaseFiles } from './case-files.tsx';
import { useCustodyPart, type CustodyPart } from './custody-part.ts';
import { Journal } from './journal.tsx';
import { VerifyTools, Verification } from './verification.tsx';

const parts: readonly CustodyPart[] = ['verify', 'seals', 'journal', 'case-files', 'merges'];

/** What shows that nothing in the case moved: verification, seals, the journal, and case files for others. */
export function Custody({ itemId }: { itemId: string | null }) {
  const info = useCaseInfo().data ?? null;
  const { part } = useCustodyPart();
  const setPart = (next: CustodyPart) => useCustodyPart.setState({ part: next });
  useEffect(() => () => useCustodyPart.setState({ part: 'verify' }), []);
  useEffect(() => {
    if (itemId !== null) useCustodyPart.setState({ part: 'journal' });
  }, [itemId]);
  return (
    <>
      <ToolBar>
        <Segmented
          label={t('custody.tabs')}
          options={parts.map((id) => ({ id, label: t(`custody.tab.${id}`) }))}
          value={part}
          onChange={setPart}
        />
        <Gap />
        {part === 'verify' ? <VerifyTools /> : null}
        {part === 'seals' ? <SealTools /> : null}
      </ToolBar>
      {part === 'verify' ? <Verification /> : null}
      {part === 'seals' ? <Seals /> : null}
      {part === 'journal' ? <Journal itemId={itemId} /> : null}
      {part === 'case-files' && info !== null ? <CaseFiles info={info} /> : null}
      {part === 'merges' ? <Merges canWrite={info?.access === 'write'} /> : null}
    </>
  );
}
