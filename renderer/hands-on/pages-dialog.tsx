import type { VisitedPage } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { UtcTime } from '../ui/times.tsx';
import { tell } from './toolbar-state.ts';

/** What was visited in this sitting, the newest first, and what of it is kept. */
export function PagesDialog({ pages, onClose }: { pages: readonly VisitedPage[]; onClose: () => void }) {
  return (
    <Dialog title={t('hands-on.pages.title')} isOpen onClose={onClose} wide>
      <p className="muted">{t('hands-on.pages.text')}</p>
      {pages.length === 0 ? <p className="faint">{t('hands-on.pages.none')}</p> : null}
      <ul className="visited-pages">
        {[...pages].reverse().map((page) => (
          <li key={page.id} className="visited-page">
            <UtcTime at={page.at} />
            <span className="visited-words">
              <span className="truncate" dir="auto">
                {page.title || page.url}
              </span>
              <span className="truncate faint mono" dir="ltr" title={page.url}>
                {page.url}
              </span>
            </span>
            <span className="visited-state">
              {page.kept.length > 0 ? <Chip tone="proved">{t('hands-on.pages.kept', { count: page.kept.length })}</Chip> : null}
              {page.isShown ? (
                <Chip>{t('hands-on.pages.shown')}</Chip>
              ) : (
                <Button variant="quiet" size="s" onPress={() => (tell('go', { address: page.url }), onClose())}>
                  {t('hands-on.pages.go')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
