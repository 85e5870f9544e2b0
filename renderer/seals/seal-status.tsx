import './seals.css';
import { Stamp } from 'lucide-react';
import type { SealTimestamp } from '#shared/model/timestamps.ts';
import { showCustody } from '../custody/custody-part.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { utcWords } from '../ui/times.tsx';

/** Where the case stands with its seals, in the status bar; leads to them. */
export function SealStatus() {
  const { data } = useCall('seals.state', {});
  const last = data?.last ?? null;
  const stamps = useCall('timestamps.list', { sealId: last?.id }, { enabled: last !== null, keepPrevious: true });
  if (data === undefined) return null;
  const stamped = stampedWords(stamps.data ?? []);
  const words = [sealedWords(last?.head.at ?? null, data.unsealed), ...(last === null || stamped === null ? [] : [stamped])].join(' · ');
  return (
    <Tooltip text={t('seals.status.hint', { count: data.unsealed })}>
      <Button variant="quiet" size="s" icon={Stamp} onPress={() => showCustody('seals')}>
        {words}
      </Button>
    </Tooltip>
  );
}

function sealedWords(at: string | null, unsealed: number): string {
  if (at === null) return t('seals.status.none');
  const today = new Date().toISOString().slice(0, 10);
  const when = at.startsWith(today) ? at.slice(11, 16) : utcWords(at);
  return unsealed === 0 ? t('seals.status.whole', { at: when }) : t('seals.status', { at: when, count: unsealed });
}

/** The best that is known: one token is a proof, whatever others said. */
function stampedWords(stamps: readonly SealTimestamp[]): string | null {
  const state = (['proved', 'queued', 'failed'] as const).find((one) => stamps.some((stamp) => stamp.state === one));
  return state === undefined ? null : t(`seals.status.${state}`);
}
