import { TriangleAlert } from 'lucide-react';
import { errorWords } from '#shared/error-words.ts';
import type { ErrorData } from '#shared/errors.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { utcWords } from '../ui/times.tsx';
import { tell } from './toolbar-state.ts';

/** A page of words in place of the page that did not come. A certificate nobody vouches for can be accepted here. */
export function Trouble({ trouble }: { trouble: ErrorData }) {
  const { title, remedy } = errorWords(trouble);
  const told = trouble.code === 'url-certificate' ? trouble.facts['fingerprint'] : null;
  const fingerprint = typeof told === 'string' ? told : null;
  return (
    <div className="trouble" role="alert">
      <TriangleAlert aria-hidden />
      <h2 dir="auto" className="selectable">
        {title}
      </h2>
      <p className="muted selectable">{remedy}</p>
      {fingerprint === null ? null : <Certificate facts={trouble.facts} fingerprint={fingerprint} />}
      <div className="trouble-actions">
        {fingerprint === null ? null : (
          <Button variant="danger" onPress={() => tell('acceptCertificate', { fingerprint })}>
            {t('hands-on.certificate.accept')}
          </Button>
        )}
        <Button onPress={() => tell('go', { address: String(trouble.facts['url'] ?? '') })}>{t('ui.retry')}</Button>
      </div>
    </div>
  );
}

function Certificate({ facts, fingerprint }: { facts: ErrorData['facts']; fingerprint: string }) {
  const host = URL.parse(String(facts['url']))?.hostname ?? '';
  return (
    <>
      <Facts
        facts={[
          { label: t('hands-on.certificate.subject'), value: String(facts['subject'] ?? '') },
          { label: t('hands-on.certificate.issuer'), value: String(facts['issuer'] ?? '') },
          { label: t('hands-on.certificate.validTo'), value: utcWords(String(facts['validTo'] ?? '')) },
          { label: t('hands-on.certificate.fingerprint'), value: <span className="mono trouble-digest">{fingerprint}</span> },
        ]}
      />
      <p>{t('hands-on.certificate.text', { host })}</p>
    </>
  );
}
