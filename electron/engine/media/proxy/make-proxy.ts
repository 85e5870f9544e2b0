import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import type { CaseContext } from '../../context.ts';
import { getFile } from '../../items/get-file.ts';
import { keepDerived } from '../../items/keep-derived.ts';
import { openSource } from '../media-source.ts';
import { ffmpegVersion } from '../probe-media.ts';
import { encodeProxy } from './encode-proxy.ts';
import { proxyCodec } from './proxy-codec.ts';

/**
 * Makes a copy of a recording that plays in the window and keeps it as a derived file of role `proxy`, as a job. The
 * original stays what it is, and what stills are taken from.
 * @throws HoldfastError not-found, case-read-only, blob-missing, media-unreadable, helper-…; AbortError when cancelled
 */
export async function makeProxy(ctx: CaseContext, { itemId, fileId, jobId }: ParsedInput<'media.makeProxy'>): Promise<ItemFile> {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { reason: ctx.readOnlyReason ?? 'asked' });
  const { name } = await getFile(ctx, fileId);
  return ctx.jobs.run({ id: jobId, kind: 'proxy', subject: name, unit: 'steps' }, async ({ signal, progress }) => {
    const source = await openSource(ctx, fileId, signal);
    const seconds = Number(source.probe.format?.duration);
    progress({ total: seconds > 0 ? Math.ceil(seconds) : null });
    const codec = await proxyCodec(signal);
    const output = await ctx.store.stagingPath(`${randomUUID()}${codec.suffix}`);
    try {
      const onTime = (reached: number) => progress({ done: Math.round(reached) });
      const parameters = await encodeProxy(source, { codec, output, signal, onTime });
      const tool = { name: 'ffmpeg', version: await ffmpegVersion(signal), parameters };
      const blob = await ctx.store.keepStaged(output, { signal });
      const mediaType = source.picture === null ? codec.mediaType.replace('video', 'audio') : codec.mediaType;
      const proxy = { role: 'proxy' as const, blob, name: name + codec.suffix, mediaType, parentFileId: fileId, tool };
      const [kept] = await keepDerived(ctx, itemId, [proxy]);
      return await getFile(ctx, kept!);
    } finally {
      await rm(output, { force: true });
    }
  });
}
