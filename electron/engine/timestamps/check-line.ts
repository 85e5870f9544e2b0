import { isSelfIssued, readPem } from './certificates.ts';

type Checked = { seal: string; file: string; chainFile: string | null; chain: string | null; time: string };

/**
 * The shell line with which openssl checks a token among the files of a case file. The time is given because openssl
 * otherwise asks whether the certificates are valid today; `-partial_chain` where the root is not among them. Where no
 * certificate above the signer's is known, the reader must get the authority's own first.
 */
export function checkLine({ seal, file, chainFile, chain, time }: Checked): string {
  const last = chain === null ? undefined : readPem(chain).at(-1);
  const partial = last !== undefined && !isSelfIssued(last) ? ' -partial_chain' : '';
  const at = Math.floor(new Date(time).getTime() / 1000);
  return `openssl ts -verify -data ${seal} -in ${file} -CAfile ${chainFile ?? 'AUTHORITY.pem'} -attime ${at}${partial}`;
}
