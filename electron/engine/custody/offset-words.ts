/** A moment as the clock on the wall showed it: `2018-11-14 12:00:00 UTC+03:00`. `offset` in minutes east of UTC. */
export function offsetWords(at: string, offset: number): string {
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) return at;
  const local = new Date(moment + offset * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  const minutes = Math.abs(offset);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${local} UTC${offset < 0 ? '−' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
