import './gaps.css';
import { CircleDashed } from 'lucide-react';
import { useMemo, useState } from 'react';
import { gapKinds, needsAnalysis, type GapKind } from '#shared/model/gaps.ts';
import { LinkPassageDialog } from '../claims/link-passage-dialog.tsx';
import { t } from '../messages/index.ts';
import { useCaseInfo } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { useCall } from '../shell/engine.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { GapSection } from './gap-section.tsx';
import { GapTable } from './gap-table.tsx';

/** How many of a kind are shown before all of them are asked for. */
const FIRST = 8;
const slow = gapKinds.filter(needsAnalysis);
const quick = gapKinds.filter((kind) => !needsAnalysis(kind));

/** What the case does not show yet, kind by kind, each with what would mend it. */
export function GapsPlace() {
  const [all, setAll] = useState<GapKind | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<GapKind>>(new Set());
  const [linking, setLinking] = useState<string | null>(null);
  const records = useCall('gaps.list', { kinds: quick, first: FIRST });
  const analysed = useCall('gaps.list', { kinds: slow, first: FIRST });
  const counted = [...(records.data?.kinds ?? []), ...(analysed.data?.kinds ?? [])];
  const found = gapKinds.flatMap((kind) => counted.find((one) => one.kind === kind && one.count > 0) ?? []);
  const isCounting = records.data === undefined || analysed.data === undefined;
  useCommands(
    useMemo(
      () => [{ id: 'gaps.fold-all', title: 'gaps.fold-all', group: 'gaps.group', keys: 'f', run: () => setFolded(new Set(gapKinds)) }],
      [],
    ),
  );
  const fold = (kind: GapKind, isOpen: boolean) =>
    setFolded((now) => new Set(isOpen ? [...now].filter((one) => one !== kind) : [...now, kind]));
  const dialog = linking === null ? null : <LinkPassageDialog claimId={linking} onClose={() => setLinking(null)} />;
  if (all !== null)
    return (
      <>
        <GapTable kind={all} count={found.find(({ kind }) => kind === all)?.count ?? 0} onBack={() => setAll(null)} onLink={setLinking} />
        {dialog}
      </>
    );
  const error = records.error ?? analysed.error;
  if (!isCounting && found.length === 0 && error === null) return <NoGaps />;
  return (
    <div className="page gaps">
      <header className="gaps-head">
        <h1>{t('gaps.title')}</h1>
        <p className="faint number">{isCounting ? '' : t('gaps.summary', { count: found.reduce((sum, { count }) => sum + count, 0) })}</p>
      </header>
      {error === null ? null : <ErrorNotice error={error} />}
      {found.map((one) => (
        <GapSection
          key={one.kind}
          found={one}
          isOpen={!folded.has(one.kind)}
          onFold={(isOpen) => fold(one.kind, isOpen)}
          onAll={setAll}
          onLink={setLinking}
        />
      ))}
      {isCounting && error === null ? <Progress label={t('gaps.counting')} fraction={null} /> : null}
      {dialog}
    </div>
  );
}

function NoGaps() {
  const counts = useCaseInfo().data?.counts;
  const hasNothing = counts !== undefined && counts.items + counts.claims + counts.incidents + counts.parties === 0;
  const words = hasNothing ? 'gaps.nothing' : 'gaps.empty';
  return <EmptyState icon={CircleDashed} title={t(`${words}.title`)} text={t(`${words}.text`)} />;
}
