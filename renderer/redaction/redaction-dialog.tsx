import './redaction.css';
import { RectangleEllipsis } from 'lucide-react';
import { useState } from 'react';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { RedactionReason, RedactionRegion } from '#shared/model/redactions.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { jobFraction, useJob } from '../shell/jobs.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { Select } from '../ui/select.tsx';
import { EarlierCopies, MadeCopies } from './copy-list.tsx';
import { CopyView } from './copy-view.tsx';
import { withPlaces, type DraftRegion, type Place } from './draft-regions.ts';
import { PassageOffers } from './passage-offers.tsx';
import { RegionList } from './region-list.tsx';
import { reasonOptions } from './region-words.ts';
import { waysOf } from './redaction-ways.ts';
import { Stage } from './stage.tsx';
import { useMake } from './use-make.ts';

type RedactionDialogProps = { item: Item; text: CanonicalText | null; passages: readonly Passage[]; onClose: () => void };

/** Chooses what is withheld of a source and why, makes the copy, and shows it. */
export function RedactionDialog({ item, text, passages, onClose }: RedactionDialogProps) {
  const ways = waysOf(item, text);
  const [list, setList] = useState<readonly DraftRegion[]>([]);
  const [reason, setReason] = useState<RedactionReason>('witness-identity');
  const [fileId, setFileId] = useState<string | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const [looked, setLooked] = useState<{ file: ItemFile; page: number } | null>(null);
  const { jobId, error, made, make, cancel, again } = useMake();
  const earlier = useCall('redactions.list', { itemId: item.id }).data?.redactions ?? [];
  const add = (places: readonly Place[]) => setList((before) => withPlaces(before, places, reason));
  const look = (file: ItemFile, regions: readonly RedactionRegion[]) => setLooked({ file, page: firstPage(regions) });
  const isReady = list.length > 0 && list.every(({ region }) => region.reason !== 'other' || region.note.trim() !== '');
  const restart = () => (again(), setList([]), setLooked(null));
  // Boxes of a captured page are those of one of its pictures.
  const chosen = list.some(({ region }) => region.kind === 'area') ? fileId : null;
  return (
    <Dialog
      title={t('redaction.title', { name: item.title })}
      isOpen
      onClose={onClose}
      wide="full"
      actions={
        jobId !== null ? (
          <Button onPress={cancel}>{t('ui.cancel')}</Button>
        ) : made !== null ? (
          <>
            <Button onPress={restart}>{t('redaction.made.again')}</Button>
            <Button variant="go" onPress={onClose}>
              {t('ui.close')}
            </Button>
          </>
        ) : (
          <Button
            variant="go"
            isDisabled={!isReady}
            onPress={() => void (setLooked(null), make({ itemId: item.id, fileId: chosen, list, password }))}
          >
            {t('redaction.make')}
          </Button>
        )
      }
    >
      <div className="redaction">
        <div className="redaction-main">
          {looked !== null ? (
            <Looked item={item} looked={looked} onBack={() => setLooked(null)} />
          ) : ways.length === 0 ? (
            <EmptyState icon={RectangleEllipsis} title={t('redaction.none')} text={t('redaction.none.text')} />
          ) : (
            <Stage {...{ item, ways, list, fileId }} onAdd={made === null ? add : () => undefined} onFile={setFileId} onPassword={setPassword} />
          )}
        </div>
        <aside className="redaction-side">
          {error === null ? null : <ErrorNotice error={error} />}
          {jobId === null ? null : <Making jobId={jobId} />}
          {made !== null ? (
            <MadeCopies made={made} onLook={(file) => look(file, made.redaction.regions)} />
          ) : (
            <>
              <p className="muted">{t('redaction.text')}</p>
              <Select label={t('redaction.reason.all')} options={reasonOptions} value={reason} onChange={setReason} />
              <RegionList
                list={list}
                text={text}
                onChange={(id, region) => setList(list.map((one) => (one.id === id ? { id, region } : one)))}
                onRemove={(id) => setList(list.filter((one) => one.id !== id))}
                onMore={(places, like) => setList(withPlaces(list, places, like.reason))}
              />
              <PassageOffers passages={passages} fileId={fileId} onAdd={add} />
              <EarlierCopies redactions={earlier} onLook={(file, one) => look(file, one.regions)} />
            </>
          )}
        </aside>
      </div>
    </Dialog>
  );
}

function firstPage(regions: readonly RedactionRegion[]): number {
  const pages = regions.flatMap((region) => (region.kind === 'area' && region.page !== null ? [region.page] : []));
  return pages.length === 0 ? 1 : Math.min(...pages);
}

function Looked({ item, looked, onBack }: { item: Item; looked: { file: ItemFile; page: number }; onBack: () => void }) {
  return (
    <>
      <div className="redaction-tools">
        <Button size="s" onPress={onBack}>
          {t('redaction.back')}
        </Button>
        <span className="faint mono" dir="ltr">
          {looked.file.name}
        </span>
      </div>
      <CopyView key={looked.file.id} item={item} {...looked} />
    </>
  );
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
