import type { ItemFile } from '#shared/model/items.ts';
import type { Redaction, RedactionMade } from '#shared/model/redactions.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { CopyDigest, Digest } from '../ui/digest.tsx';
import { Fold } from '../ui/fold.tsx';
import { utcWords } from '../ui/times.tsx';
import { sizeWords } from '../ui/sizes.ts';
import { copyWords } from './region-words.ts';

type Copies = Pick<Redaction, 'copies' | 'sha256'> & { onLook: (file: ItemFile) => void };

/** The copies of one act with their hashes, and that of the original they stand for. */
export function CopyList({ copies, sha256, onLook }: Copies) {
  return (
    <ul className="redaction-copies">
      {copies.map((file) => (
        <li key={file.id}>
          <span>{copyWords(file)}</span>
          <span className="faint">{file.removed ? t('redaction.copy.removed') : sizeWords(file.size)}</span>
          <span className="redaction-digest">
            <Digest sha256={file.sha256} />
            <CopyDigest sha256={file.sha256} />
          </span>
          <Button size="s" onPress={() => onLook(file)}>
            {t('redaction.look')}
          </Button>
        </li>
      ))}
      <li>
        <span className="muted">{t('redaction.made.withheld')}</span>
        <span className="redaction-digest">
          <Digest sha256={sha256} />
          <CopyDigest sha256={sha256} />
        </span>
      </li>
    </ul>
  );
}

/** What came of it, and what is left to decide. */
export function MadeCopies({ made, onLook }: { made: RedactionMade; onLook: (file: ItemFile) => void }) {
  const { redaction, elsewhere } = made;
  return (
    <section className="redaction-made" role="status">
      <h3>{t('redaction.made')}</h3>
      <p className="muted">{t('redaction.made.checked')}</p>
      {elsewhere.map(({ region, times }) => (
        <p className="redaction-elsewhere" key={region}>
          {t('redaction.made.elsewhere', { number: region + 1, times })}
        </p>
      ))}
      <CopyList {...redaction} onLook={onLook} />
    </section>
  );
}

/** Copies of the same source made before. */
export function EarlierCopies({ itemId, onLook }: { itemId: string; onLook: (file: ItemFile, from: Redaction) => void }) {
  const redactions = useCall('redactions.list', { itemId }).data?.redactions ?? [];
  if (redactions.length === 0) return null;
  return (
    <Fold title={t('redaction.copies', { count: redactions.length })}>
      {() =>
        redactions.map((one) => (
          <div key={one.id} className="redaction-earlier">
            <span className="faint">
              {t('redaction.copies.one', { at: utcWords(one.createdAt), count: one.regions.length, author: one.createdBy })}
            </span>
            <CopyList {...one} onLook={(file) => onLook(file, one)} />
          </div>
        ))
      }
    </Fold>
  );
}
