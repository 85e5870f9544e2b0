import './reader-sides.css';
import { useMemo, useState } from 'react';
import { t } from '../../messages/index.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { closeBeside, showDialog, swapSides, takeSide, useSession, type Focus } from '../../shell/session.ts';
import { Reader } from '../reader.tsx';
import { Divider } from './divider.tsx';
import { ReaderSide } from './reader-side.tsx';
import { SideHead } from './side-head.tsx';

/** One item read by itself, or two side by side, each with its passages. Keys go to the side in use. */
export function ReaderSides({ itemId, focus }: { itemId: string; focus: Focus | null }) {
  const beside = useSession((state) => state.beside);
  const [share, setShare] = useState(50);
  const isAlone = beside === null;
  useCommands(useMemo(() => (isAlone ? alone : [...alone, ...together]), [isAlone]));
  return (
    <div className="reader-sides" data-two={beside !== null} style={{ '--first-share': `${share}%` } as React.CSSProperties}>
      <ReaderSide side="first" hasOther={beside !== null}>
        {beside === null ? null : <SideHead itemId={itemId} closes={t('reader.beside.close-first')} onClose={closeFirst} />}
        <Reader key={itemId} itemId={itemId} focus={focus} />
      </ReaderSide>
      {beside === null ? null : (
        <>
          <Divider label={t('reader.beside.divider')} share={share} onChange={setShare} />
          <ReaderSide side="second" hasOther>
            <SideHead itemId={beside.itemId} closes={t('reader.beside.close')} onClose={closeBeside} />
            <Reader key={beside.itemId} itemId={beside.itemId} focus={beside.focus} />
          </ReaderSide>
        </>
      )}
    </div>
  );
}

const closeFirst = () => {
  swapSides();
  closeBeside();
};
const otherSide = () => takeSide(useSession.getState().side === 'first' ? 'second' : 'first');

const alone: readonly Command[] = [
  { id: 'reader.beside', title: 'reader.beside', group: 'reader.group', keys: '$mod+\\', run: () => showDialog('beside') },
];
const together: readonly Command[] = [
  { id: 'reader.side.other', title: 'reader.beside.other', group: 'reader.group', keys: 'F6', run: otherSide },
  { id: 'reader.side.swap', title: 'reader.beside.swap', group: 'reader.group', keys: '$mod+Shift+\\', run: swapSides },
  { id: 'reader.side.close', title: 'reader.beside.close', group: 'reader.group', keys: 'Shift+F6', run: closeBeside },
];
