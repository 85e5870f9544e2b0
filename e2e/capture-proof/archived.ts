import { httpMessage, type HttpMessage } from '../checkers/http-message.ts';
import { header, headerValues, type WarcRecord } from '../checkers/warc-records.ts';

/** One exchange as an archive tells it. */
export type Archived = {
  url: string;
  method: string;
  request: HttpMessage;
  /** Null where no answer came. */
  response: HttpMessage | null;
  truncated: string | undefined;
  /** Fetched once more by the program itself. */
  again: boolean;
};

/** Every exchange of a WARC, by its request and the record concurrent to it. */
export function archivedExchanges(records: Iterable<WarcRecord>): Archived[] {
  const all = [...records];
  const typeOf = ({ headers }: WarcRecord) => header(headers, 'WARC-Type');
  const byId = new Map(all.map((record) => [header(record.headers, 'WARC-Record-ID') ?? '', record]));
  return all.flatMap((record): Archived[] => {
    const request = typeOf(record) === 'request' ? httpMessage(record.block) : null;
    if (request === null) return [];
    const partners = headerValues(record.headers, 'WARC-Concurrent-To').flatMap((id) => byId.get(id) ?? []);
    const answer = partners.find((one) => typeOf(one) === 'response');
    const url = header(record.headers, 'WARC-Target-URI') ?? '';
    const method = request.startLine.split(' ')[0] ?? '';
    const response = answer === undefined ? null : httpMessage(answer.block);
    const truncated = answer && header(answer.headers, 'WARC-Truncated');
    return [{ url, method, request, response, truncated, again: header(record.headers, 'WARC-Holdfast-Asked') === 'again' }];
  });
}
