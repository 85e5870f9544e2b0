import type { Item } from '#shared/model/items.ts';
import type { Json } from '#shared/model/primitives.ts';
import { t } from '../messages/index.ts';
import { Facts } from '../ui/facts.tsx';
import { nameInWords } from './read-facts.ts';

type Shape = { [key: string]: Json };

/** What a file's C2PA manifest says, told apart from everything that was found out. */
export function C2paSection({ item: { facts } }: { item: Item }) {
  const told = facts['c2pa'];
  if (!isShape(told)) return null;
  const text = (name: string) => (typeof told[name] === 'string' ? told[name] : null);
  const { ingredients, actions } = told;
  return (
    <section>
      <h3>{t('c2pa.title')}</h3>
      <p className="faint">{t('c2pa.limits')}</p>
      <Facts
        facts={[
          { label: t('c2pa.file-title'), value: text('title') },
          { label: t('c2pa.generator'), value: text('generator') },
          { label: t('c2pa.actions'), value: Array.isArray(actions) && actions.length > 0 ? <Actions actions={actions} /> : null },
          {
            label: t('c2pa.ingredients'),
            value: typeof ingredients === 'number' && ingredients > 0 ? t('c2pa.ingredients.count', { count: ingredients }) : null,
          },
          { label: t('c2pa.signer'), value: text('signer') },
          { label: t('c2pa.issuer'), value: text('issuer') },
          { label: t('c2pa.algorithm'), value: text('algorithm') },
          { label: t('c2pa.stamped'), value: text('stampedAt') },
        ]}
      />
    </section>
  );
}

/** Each with the program and the time it gives. */
function Actions({ actions }: { actions: readonly Json[] }) {
  return actions
    .filter(isShape)
    .map(({ action, softwareAgent, when }, index) => (
      <div key={index}>
        {[nameInWords(String(action ?? '').replace(/^c2pa\./, '')), softwareAgent, when]
          .filter((part) => typeof part === 'string' && part !== '')
          .join(' · ')}
      </div>
    ));
}

function isShape(value: Json | undefined): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
