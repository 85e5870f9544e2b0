import type { WebContents } from 'electron';
import { HoldfastError } from '#shared/errors.ts';
import type { ReplayArchive } from '#shared/model/replay.ts';
import { closest, readPages } from './choose-page.ts';
import { archivedAddress, COLLECTION, momentOf, replayAddress, type ArchivedAddress } from './replay-address.ts';
import { pagePolicy } from './replay-policy.ts';
import { archiveAddress, WORKER_QUERY, type ServedArchive } from './replay-protocol.ts';

/** A script world beside the host page's own, so that nothing an archived page does to that page changes ours. */
const WORLD = 1001;
/** Starting a service worker on a busy machine; and the longest time without any progress in reading an archive. */
const QUIET_MS = 60_000;
/** A look into the archive's index; without an answer the time of a page stays unknown. */
const ANSWER_MS = 5000;

type LoadAnswer = { state: 'loaded' | 'refused' | 'silent' };

/**
 * Starts wabac in the host page and lets it read the archive.
 * @throws HoldfastError replay-unreadable, replay-failed
 */
export async function loadArchive(contents: WebContents, archive: ServedArchive, name: string): Promise<ReplayArchive> {
  const given = {
    worker: `/sw.js${WORKER_QUERY}`,
    collection: COLLECTION,
    source: archiveAddress(archive),
    policy: pagePolicy(archive.token),
    quietMs: QUIET_MS,
  };
  const answer = await runBeside(contents, loadInPage, given).catch((): LoadAnswer => ({ state: 'silent' }));
  if (answer.state === 'refused') throw new HoldfastError('replay-unreadable', { name });
  if (answer.state === 'silent') throw new HoldfastError('replay-failed', { name });
  return readPages(await runBeside(contents, askInPage, { path: `c/${COLLECTION}/pages`, quietMs: QUIET_MS }));
}

/** Leads the frame to an archived page; one a person asked for can be gone back from. */
export async function showArchived(contents: WebContents, token: string, page: ArchivedAddress, byPerson: boolean): Promise<void> {
  await runBeside(
    contents,
    (address: string) => document.querySelector('iframe')?.setAttribute('src', address),
    replayAddress(token, page),
    byPerson,
  );
}

/** When the page at this address was captured: of the archive's captures the one nearest to the moment asked for. */
export async function capturedAt(contents: WebContents, token: string, address: string): Promise<string | null> {
  const page = archivedAddress(token, address);
  if (page === null) return null;
  const path = `c/${COLLECTION}/ts/?url=${encodeURIComponent(page.url.replace(/#.*$/, ''))}`;
  const found = (await runBeside(contents, askInPage, { path, quietMs: ANSWER_MS })) as { timestamps?: unknown } | null;
  if (!Array.isArray(found?.timestamps)) return null;
  const moments = found.timestamps.flatMap((time: unknown) => {
    if (typeof time === 'string') return momentOf(time) ?? [];
    return typeof time === 'number' && Number.isFinite(time) && time > 0 && time < 253_402_300_800_000 ? new Date(time).toISOString() : [];
  });
  return closest(moments, page.at ?? new Date().toISOString());
}

function runBeside<Given, Result>(
  contents: WebContents,
  run: (given: Given) => Promise<Result> | Result,
  given: Given,
  byPerson = false,
): Promise<Result> {
  const code = `(${run.toString()})(${JSON.stringify(given)})`;
  return contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code }], byPerson) as Promise<Result>;
}

type LoadGiven = { worker: string; collection: string; source: string; policy: string; quietMs: number };

/** Runs in the host page. Registers the worker, hands it the archive, and asks what pages it found. */
async function loadInPage({ worker, collection, source, policy, quietMs }: LoadGiven): Promise<LoadAnswer> {
  const { serviceWorker } = navigator;
  let timer = 0;
  let giveUp: () => void = () => undefined;
  const silence = new Promise<LoadAnswer>((resolve) => (giveUp = () => resolve({ state: 'silent' })));
  const heard = () => {
    clearTimeout(timer);
    timer = window.setTimeout(giveUp, quietMs);
  };
  heard();
  const work = async (): Promise<LoadAnswer> => {
    const inCharge = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    await serviceWorker.register(worker, { scope: '/' });
    if (serviceWorker.controller === null) await inCharge;
    const added = new Promise<boolean>((resolve) => {
      serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ msg_type?: string; error?: unknown }>) => {
        heard();
        if (data.msg_type === 'collAdded') resolve(true);
        if (data.msg_type === 'collProgress' && data.error) resolve(false);
      });
    });
    serviceWorker.startMessages();
    const file = { sourceUrl: source };
    serviceWorker.controller?.postMessage({ msg_type: 'addColl', name: collection, file, extraConfig: { csp: policy } });
    if (!(await added)) return { state: 'refused' };
    return { state: 'loaded' };
  };
  return Promise.race([work(), silence]).finally(() => clearTimeout(timer));
}

type AskGiven = { path: string; quietMs: number };

/** Runs in the host page: a question to the worker over a channel of its own; null when it does not answer in time. */
function askInPage({ path, quietMs }: AskGiven): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), quietMs);
  });
  navigator.serviceWorker.controller?.postMessage({ ask: path }, [port2]);
  return answer;
}
