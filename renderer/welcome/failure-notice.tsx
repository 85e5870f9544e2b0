import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { OpeningFailure } from './case-opening.ts';

type Props = { failure: OpeningFailure; readInstead: () => void; repair: (folder: string) => void; restore: () => void };

/** Why a case did not open, and what can be done instead. */
export function FailureNotice({ failure: { error, folder }, readInstead, repair, restore }: Props) {
  return (
    <ErrorNotice error={error}>
      {error.code === 'case-locked' ? (
        <Button size="s" onPress={readInstead}>
          {t('welcome.locked.read')}
        </Button>
      ) : null}
      {error.code === 'case-damaged' && folder !== null ? (
        <>
          <Button size="s" onPress={restore}>
            {t('restore.command')}
          </Button>
          <Button size="s" onPress={() => repair(folder)}>
            {t('repair.offer')}
          </Button>
        </>
      ) : null}
    </ErrorNotice>
  );
}
