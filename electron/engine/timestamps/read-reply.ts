/** A TimeStampResp taken apart (RFC 3161, section 2.4.2; CMS: RFC 5652). Hostile until every check of `check-token.ts` held. */
import { fromBER, type BaseBlock } from 'asn1js';
import { Certificate, ContentInfo, SignedData, TimeStampResp, TSTInfo, type SignerInfo } from 'pkijs';
import type { Problem } from '#shared/model/timestamps.ts';
import { readCert, type Cert } from './certificates.ts';

export type Reply = {
  signed: SignedData;
  signer: SignerInfo;
  info: TSTInfo;
  certs: Cert[];
};

const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** PKIStatus and PKIFailureInfo (RFC 3161, section 2.4.2), as the standard names them. */
const STATUS = ['granted', 'grantedWithMods', 'rejection', 'waiting', 'revocationWarning', 'revocationNotification'];
const FAILURES: Record<number, string> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
};

export function readReply(bytes: Uint8Array): Reply | { problem: Problem } {
  try {
    const copy = Uint8Array.from(bytes);
    const parsed = fromBER(copy.buffer);
    if (parsed.offset !== copy.byteLength) return unreadable('more or fewer bytes than one reply');
    const response = new TimeStampResp({ schema: parsed.result });
    if (response.status.status > 1) return { problem: { code: 'rejected', detail: statusWords(response.status) } };
    const token = response.timeStampToken;
    if (token === undefined) return unreadable('it holds no token');
    if (token.contentType !== ContentInfo.SIGNED_DATA) return unreadable('its token is not signed data');
    const signed = new SignedData({ schema: token.content as never });
    const { encapContentInfo, signerInfos } = signed;
    const [signer, ...others] = signerInfos;
    if (signer === undefined || others.length > 0) return unreadable('it is not signed by exactly one');
    if (encapContentInfo.eContentType !== TST_INFO || encapContentInfo.eContent === undefined) return unreadable('it holds no TSTInfo');
    const info = TSTInfo.fromBER(encapContentInfo.eContent.getValue());
    return { signed, signer, info, certs: certificatesOf(signed, token.content as BaseBlock) };
  } catch (error) {
    return unreadable((error as Error).message);
  }
}

function unreadable(detail: string): { problem: Problem } {
  return { problem: { code: 'unreadable', detail: detail.slice(0, 300) } };
}

/** Their exact bytes stand in the field `certificates`, tagged [0]; what is no certificate there is passed over. */
function certificatesOf(signed: SignedData, content: BaseBlock): Cert[] {
  if ((signed.certificates ?? []).every((cert) => !(cert instanceof Certificate))) return [];
  const fields = (content.valueBlock as unknown as { value: BaseBlock[] }).value;
  const field = fields.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  const blocks =
    (field?.valueBlock as unknown as { value?: (BaseBlock & { valueBeforeDecodeView: Uint8Array })[] } | undefined)?.value ?? [];
  return blocks.filter(({ idBlock }) => idBlock.tagClass === 1).map(({ valueBeforeDecodeView }) => readCert(valueBeforeDecodeView));
}

function statusWords({ status, statusStrings, failInfo }: TimeStampResp['status']): string {
  const bits = failInfo?.valueBlock.valueHexView ?? new Uint8Array();
  const failures = Object.entries(FAILURES).filter(([bit]) => ((bits[Number(bit) >> 3] ?? 0) & (0x80 >> (Number(bit) & 7))) !== 0);
  const said = statusStrings?.map((text) => text.valueBlock.value) ?? [];
  return [STATUS[status] ?? String(status), ...failures.map(([, name]) => name), ...said].join(', ').slice(0, 300);
}
