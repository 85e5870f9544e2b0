import './compare.css';
import { ArrowRight, Equal, FileX } from 'lucide-react';
import { useState } from 'react';
import type { ItemVersion, VersionComparison } from '#shared/model/versions.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { openComparison, openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { shortDigest } from '../ui/digest.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ToolBar } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { utcWords } from '../ui/times.tsx';
import { CarriedList } from './carried-list.tsx';
import { CompareCounts, CompareFacts } from './compare-facts.tsx';
import { DiffView } from './diff-view.tsx';

type Ends = { fromId: string; toId: string };
type Tab = 'text' | 'passages';

/** Two versions of a page side by side: what differs, and what became of the passages of the earlier one. */
export function ComparePlace({ fromId, toId }: Ends) {
  const comparison = useCall('versions.compare', { fromId, toId }, { keepPrevious: true });
  const versions = useCall('versions.list', { itemId: toId });
  const error = comparison.error ?? versions.error;
  if (error !== null)
    return (
      <div className="page">
        <ErrorNotice error={error} />
      </div>
    );
  if (comparison.data === undefined || versions.data === undefined)
    return (
      <p className="compare-waiting" role="status">
        {t('compare.working')}
      </p>
    );
  return <Compared comparison={comparison.data} versions={versions.data.versions} fromId={fromId} toId={toId} />;
}

function Compared({ comparison, versions, fromId, toId }: Ends & { comparison: VersionComparison; versions: readonly ItemVersion[] }) {
  const [tab, setTab] = useState<Tab>('text');
  const passages = versions.find((one) => one.itemId === fromId)?.passages;
  const tabs = (
    <Segmented
      label={t('compare.tab')}
      options={[
        { id: 'text', label: t('compare.tab.text') },
        { id: 'passages', label: t('compare.tab.passages', { count: passages ?? '' }) },
      ]}
      value={tab}
      onChange={setTab}
    />
  );
  return (
    <div className="compare">
      <header className="compare-head">
        <h1 dir="auto">{comparison.to.title}</h1>
        <ChooseEnds comparison={comparison} versions={versions} fromId={fromId} toId={toId} />
        <CompareCounts comparison={comparison} />
      </header>
      {tab === 'text' ? (
        <TextTab comparison={comparison} tabs={tabs} />
      ) : (
        <>
          <ToolBar>{tabs}</ToolBar>
          <CarriedList fromId={fromId} toId={toId} />
        </>
      )}
    </div>
  );
}

/** Which two of the chain; a version can be opened from here. */
function ChooseEnds({ comparison, versions, fromId, toId }: Ends & { comparison: VersionComparison; versions: readonly ItemVersion[] }) {
  const known = new Map(versions.map((one) => [one.itemId, one.capturedAt]));
  for (const side of [comparison.from, comparison.to]) known.set(side.itemId, side.capturedAt);
  const options = [...known]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([id, at]) => ({ id, label: `${utcWords(at)}:${at.slice(17, 19)} UTC` }));
  return (
    <div className="compare-ends">
      <Select
        aria-label={t('compare.from')}
        options={options.filter(({ id }) => id !== toId)}
        value={fromId}
        onChange={(id) => openComparison(id, toId)}
      />
      <Button size="s" variant="quiet" onPress={() => openItem(fromId)}>
        {t('carry.open.earlier')}
      </Button>
      <ArrowRight aria-hidden className="compare-arrow" />
      <Select
        aria-label={t('compare.to')}
        options={options.filter(({ id }) => id !== fromId)}
        value={toId}
        onChange={(id) => openComparison(fromId, id)}
      />
      <Button size="s" variant="quiet" onPress={() => openItem(toId)}>
        {t('carry.open.newer')}
      </Button>
    </div>
  );
}

function TextTab({ comparison, tabs }: { comparison: VersionComparison; tabs: React.ReactNode }) {
  const { text, from, to } = comparison;
  const isSame = from.textSha256 === to.textSha256;
  const newer = useCall('items.text', { id: to.itemId }, { enabled: text !== null && !isSame }).data;
  const facts = <CompareFacts comparison={comparison} />;
  if (text !== null && newer !== undefined && newer !== null && !isSame)
    return <DiffView key={`${from.itemId} ${to.itemId}`} comparison={text} text={newer.text} tabs={tabs} facts={facts} />;
  return (
    <>
      <ToolBar>{tabs}</ToolBar>
      <div className="diff">
        {facts}
        {text === null ? (
          <EmptyState icon={FileX} title={t('compare.no-text.title')} text={t('compare.no-text.text')} />
        ) : isSame ? (
          <EmptyState
            icon={Equal}
            title={t('compare.identical.title')}
            text={t('compare.identical.text', { digest: shortDigest(to.textSha256 ?? '') })}
          />
        ) : null}
      </div>
    </>
  );
}
