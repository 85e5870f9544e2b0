import { expect, test } from 'vitest';
import { certificateIn } from './certificate-dialog.tsx';

const facts = {
  url: 'https://a.example/',
  problem: 'not trusted',
  fingerprint: 'ab'.repeat(32),
  subject: 'CN=a',
  issuer: 'CN=b',
  validTo: '2018',
};

test('consent is offered for a certificate that is named exactly, and for no other trouble', () => {
  expect(certificateIn({ code: 'url-certificate', facts })).toMatchObject({ fingerprint: facts.fingerprint, issuer: 'CN=b' });
  expect(certificateIn({ code: 'url-certificate', facts: { ...facts, fingerprint: 'AB:CD' } })).toBeNull();
  expect(certificateIn({ code: 'url-certificate', facts: { url: 'https://a.example/' } })).toBeNull();
  expect(certificateIn({ code: 'url-refused', facts })).toBeNull();
  expect(certificateIn(null)).toBeNull();
});
