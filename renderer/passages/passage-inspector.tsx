import './passages.css';
import './detail/detail.css';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Fold } from '../ui/fold.tsx';
import { utcWords } from '../ui/times.tsx';
import { DetailHead } from './detail/detail-head.tsx';
import { NotesForm } from './detail/notes-form.tsx';
import { PassageAnchors } from './detail/passage-anchors.tsx';
import { PassageHistory } from './detail/passage-history.tsx';
import { PassageLinks } from './links/passage-links.tsx';
import { PassageClaims } from './passage-claims.tsx';
import { PassagePlace } from './passage-place.tsx';

/** One passage: where it stands, what was written beside it, what it is tied to, and how that came about. */
export function PassageInspector({ passageId }: { passageId: string }) {
  const { data: passage, error } = useCall('passages.get', { id: passageId });
  if (error !== null)
    return (
      <div className="passage">
        <ErrorNotice error={error} />
      </div>
    );
  if (passage === undefined) return null;
  return (
    <div className="passage">
      <DetailHead passage={passage} />
      <PassagePlace passage={passage} />
      <NotesForm passage={passage} />
      <PassageClaims passage={passage} />
      <PassageLinks passage={passage} />
      <div>
        <Fold title={t('detail.history')}>{() => <PassageHistory passageId={passage.id} />}</Fold>
        <Fold title={t('detail.anchors')}>{() => <PassageAnchors passage={passage} />}</Fold>
      </div>
      <footer className="faint">{t('passage.by', { who: passage.createdBy, at: utcWords(passage.createdAt) })}</footer>
    </div>
  );
}
