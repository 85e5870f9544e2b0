import './redaction.css';
import { RectangleEllipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { RedactionRegion } from '#shared/model/redactions.ts';
import { t } from '../messages/index.ts';
import { GraphicVeil } from '../reader/veil/graphic-veil.tsx';
import { setAsked, useVeil } from '../reader/veil/use-veil.ts';
import { jobFraction, useJob } from '../shell/jobs.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { Select } from '../ui/select.tsx';
import { EarlierCopies, MadeCopies } from './copy-list.tsx';
import { CopyView } from './copy-view.tsx';
import { PassageOffers } from './passage-offers.tsx';
import { RegionList } from './region-list.tsx';
import { reasonOptions } from './region-words.ts';
import { waysOf } from './redaction-ways.ts';
import { Stage } from './stage.tsx';
import { useDraft } from './use-draft.ts';
import { useMake } from './use-make.ts';

type RedactionDialogProps = { item: Item; text: CanonicalText | null; passages: readonly Passage[]; onClose: () => void };
type Looked = { file: ItemFile; page: number };

/** Chooses what is withheld of a source and why, makes the copy, and shows it. */
export function RedactionDialog({ item, text, passages, onClose }: RedactionDialogProps) {
  const ways = waysOf(item, text);
  const draft = useDraft();
  const [fileId, setFileId] = useState<string | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const making = useMake();
  const { made, jobId, error } = making;
  const { list, add } = draft;
  const look = (file: ItemFile, regions: readonly RedactionRegion[]) => setLooked({ file, page: firstPage(regions) });
  const shown = looked ?? (made === null ? null : { file: made.redaction.copies[0]!, page: firstPage(made.redaction.regions) });
  const make = () => {
    setLooked(null);
    // Boxes of a captured page are those of one of its pictures.
    const chosen = list.some(({ region }) => region.kind === 'area') ? fileId : null;
    void making.make({ itemId: item.id, fileId: chosen, list, password });
  };
  const restart = () => (making.again(), draft.clear(), setLooked(null));
  const actions = <Actions {...{ making, onClose }} isReady={draft.isReady} onMake={make} onRestart={restart} />;
  return (
    <Dialog title={t('redaction.title', { name: item.title })} isOpen onClose={onClose} wide="full" actions={actions}>
      <div className="redaction">
        <Main item={item} shown={shown} onBack={made === null ? () => setLooked(null) : null} hasWays={ways.length > 0}>
          {() => <Stage {...{ item, ways, list, fileId }} onAdd={add} onFile={setFileId} onPassword={setPassword} />}
        </Main>
        <aside className="redaction-side">
          {error === null ? null : <ErrorNotice error={error} />}
          {jobId === null ? null : <Making jobId={jobId} />}
          {made !== null ? (
            <MadeCopies made={made} onLook={(file) => look(file, made.redaction.regions)} />
          ) : (
            <>
              <p className="muted">{t('redaction.text')}</p>
              <Select label={t('redaction.reason.all')} options={reasonOptions} value={draft.reason} onChange={draft.setReason} />
              <RegionList list={list} text={text} onChange={draft.change} onRemove={draft.remove} onMore={draft.addLike} />
              <PassageOffers passages={passages} fileId={fileId} onAdd={add} />
              <EarlierCopies itemId={item.id} onLook={(file, one) => look(file, one.regions)} />
            </>
          )}
        </aside>
      </div>
    </Dialog>
  );
}

type ActionsProps = {
  making: ReturnType<typeof useMake>;
  isReady: boolean;
  onMake: () => void;
  onRestart: () => void;
  onClose: () => void;
};

function Actions({ making: { jobId, made, cancel }, isReady, onMake, onRestart, onClose }: ActionsProps) {
  if (jobId !== null) return <Button onPress={cancel}>{t('ui.cancel')}</Button>;
  if (made === null)
    return (
      <Button variant="go" isDisabled={!isReady} onPress={onMake}>
        {t('redaction.make')}
      </Button>
    );
  return (
    <>
      <Button onPress={onRestart}>{t('redaction.made.again')}</Button>
      <Button variant="go" onPress={onClose}>
        {t('ui.close')}
      </Button>
    </>
  );
}

type MainProps = { item: Item; shown: Looked | null; onBack: (() => void) | null; hasWays: boolean; children: () => ReactNode };

/** The copy that is looked at, or the stage to choose places on; veiled as the source itself is. */
function Main({ item, shown, onBack, hasWays, children }: MainProps) {
  const { isVeiled } = useVeil(item);
  if (isVeiled)
    return (
      <div className="redaction-main redaction-veiled">
        <GraphicVeil isVeiled onShow={() => setAsked(item.id, true)}>
          {null}
        </GraphicVeil>
      </div>
    );
  if (shown !== null)
    return (
      <div className="redaction-main">
        <div className="redaction-tools">
          {onBack === null ? null : (
            <Button size="s" onPress={onBack}>
              {t('redaction.back')}
            </Button>
          )}
          <span className="faint mono" dir="ltr">
            {shown.file.name}
          </span>
        </div>
        <CopyView key={shown.file.id} item={item} {...shown} />
      </div>
    );
  return (
    <div className="redaction-main">
      {hasWays ? children() : <EmptyState icon={RectangleEllipsis} title={t('redaction.none')} text={t('redaction.none.text')} />}
    </div>
  );
}

function firstPage(regions: readonly RedactionRegion[]): number {
  const pages = regions.flatMap((region) => (region.kind === 'area' && region.page !== null ? [region.page] : []));
  return pages.length === 0 ? 1 : Math.min(...pages);
}

function Making({ jobId }: { jobId: string }) {
  const job = useJob(jobId);
  return (
    <div role="status">
      <p>{t('redaction.making')}</p>
      <Progress label={t('redaction.making')} fraction={job === null ? null : jobFraction(job)} />
    </div>
  );
}
