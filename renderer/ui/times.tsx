const day = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** A moment in UTC, `14 Nov 2018 09:12`; seconds and zone on hover. */
export function UtcTime({ at }: { at: string }) {
  return (
    <time className="mono" dateTime={at} title={`${at.slice(0, 19).replace('T', ' ')} UTC`} dir="ltr">
      {utcWords(at)}
    </time>
  );
}

/** The same as bare words, for sentences. */
export function utcWords(at: string): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? at : `${day.format(moment)} ${minute.format(moment)}`;
}
