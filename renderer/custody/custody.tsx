import './custody.css';
import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Gap, ToolBar } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CaseFiles } from './case-files.tsx';
import { Journal } from './journal.tsx';
import { VerifyTools, Verification } from './verification.tsx';

type Part = 'verify' | 'journal' | 'case-files';
const parts: readonly Part[] = ['verify', 'journal', 'case-files'];

/** What shows that nothing in the case moved: verification, the journal, and case files for others. */
export function Custody({ itemId }: { itemId: string | null }) {
  const [part, setPart] = useState<Part>(itemId === null ? 'verify' : 'journal');
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
      </ToolBar>
      {part === 'verify' ? <Verification /> : null}
      {part === 'journal' ? <Journal itemId={itemId} /> : null}
      {part === 'case-files' ? <CaseFiles /> : null}
    </>
  );
}
