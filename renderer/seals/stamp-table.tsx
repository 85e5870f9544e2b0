import '../ui/plain-table.css';
import { useState } from 'react';
import type { SealTimestamp } from '#shared/model/timestamps.ts';
import { problemWords } from '#shared/timestamp-words.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCall } from '../shell/engine.ts';
import { showDialog } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { utcWords } from '../ui/times.tsx';
import { notify } from '../ui/toast.tsx';
import { askForTimestamp, retryTimestamps, sentence } from './seal-acts.ts';
import { StampState } from './stamp-chip.tsx';

type Line = { authorityId: string; name: string; stamp: SealTimestamp | null };

/** Every authority of the case, and those asked before, with what each said of one seal. */
export function StampTable({ sealId }: { sealId: string }) {
  const authorities = useCall('authorities.list', {});
  const stamps = useCall('timestamps.list', { sealId });
  const state = useCall('timestamps.state', {});
  const error = authorities.error ?? stamps.error ?? state.error;
  if (error !== null) return <ErrorNotice error={error} />;
  const lines = linesOf(authorities.data ?? [], stamps.data ?? []);
  return (
    <section className="stamps">
      <h3>{t('stamps.title')}</h3>
      {lines.length === 0 ? (
        <p className="muted">
          {t('stamps.strip.none')}{' '}
          <Button size="s" onPress={() => showDialog('authorities')}>
            {t('authorities.open')}
          </Button>
        </p>
      ) : (
        <table className="plain-table stamp-table" aria-label={t('stamps.title')}>
          <thead>
            <tr>
              <th scope="col">{t('stamps.authority')}</th>
              <th scope="col">{t('stamps.state')}</th>
              <th scope="col">{t('stamps.what')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <StampLine key={line.authorityId} line={line} sealId={sealId} isAllowed={state.data?.allowed ?? false} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function linesOf(authorities: readonly { id: string; name: string }[], stamps: readonly SealTimestamp[]): Line[] {
  const asked = stamps.map((stamp) => ({ authorityId: stamp.authorityId, name: stamp.authority, stamp }));
  const fresh = authorities.filter(({ id }) => !stamps.some(({ authorityId }) => authorityId === id));
  return [...asked, ...fresh.map(({ id, name }) => ({ authorityId: id, name, stamp: null }))];
}

function StampLine({ line: { authorityId, name, stamp }, sealId, isAllowed }: { line: Line; sealId: string; isAllowed: boolean }) {
  return (
    <tr>
      <td>
        <bdi>{name}</bdi>
      </td>
      <td>
        <StampState state={stamp?.state ?? 'none'} />
      </td>
      <td className="muted stamp-words">{stamp === null ? null : <StampWords stamp={stamp} isAllowed={isAllowed} />}</td>
      <td className="end">
        <StampAct stamp={stamp} sealId={sealId} authorityId={authorityId} isAllowed={isAllowed} />
      </td>
    </tr>
  );
}

type StampActProps = { stamp: SealTimestamp | null; sealId: string; authorityId: string; isAllowed: boolean };

/** What can be done next. One button whatever the state, so that the keys stay where they are. */
function StampAct({ stamp, sealId, authorityId, isAllowed }: StampActProps) {
  const canWrite = useCanWrite();
  const [isBusy, setBusy] = useState(false);
  const line = stamp?.token?.check ?? null;
  if (line === null && (!canWrite || (stamp !== null && !isAllowed))) return null;
  const act = () => {
    if (line !== null) return void copyLine(line);
    // A disabled button would lose the keys.
    if (isBusy) return;
    setBusy(true);
    void (stamp === null ? askForTimestamp({ sealId, authorityId }) : retryTimestamps(stamp.id)).finally(() => setBusy(false));
  };
  const label = line !== null ? 'stamps.check' : isBusy ? 'stamps.asking' : stamp === null ? 'stamps.ask.one' : 'stamps.retry';
  return (
    <Button size="s" onPress={act}>
      {t(label)}
    </Button>
  );
}

async function copyLine(line: string): Promise<void> {
  await navigator.clipboard.writeText(line);
  notify({ tone: 'good', title: t('ui.copied'), text: t('stamps.check.hint') });
}

function StampWords({ stamp: { token, problem, failures, nextAt }, isAllowed }: { stamp: SealTimestamp; isAllowed: boolean }) {
  if (token !== null) {
    const accuracy = token.accuracyMs === null ? '' : t('stamps.accuracy', { seconds: (token.accuracyMs / 1000).toLocaleString('en') });
    const { signer, serial, policy } = token;
    return (
      <span title={t('stamps.signer', { signer, serial, policy })}>
        <strong>{t('stamps.seen', { at: utcWords(token.time), accuracy })}</strong>.{' '}
        {t(token.trusted ? 'stamps.trusted' : 'stamps.untrusted')}
      </span>
    );
  }
  const words = [
    problem === null ? null : sentence(problemWords(problem)),
    failures === 0 ? null : t('stamps.tries', { count: failures }),
    nextAt === null
      ? null
      : !isAllowed
        ? t('stamps.waits')
        : failures === 0
          ? t('stamps.first')
          : t('stamps.next', { at: utcWords(nextAt) }),
  ];
  return <span dir="auto">{words.filter((part) => part !== null).join(' ')}</span>;
}
