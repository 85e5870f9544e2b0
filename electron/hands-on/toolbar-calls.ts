import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import { handsOnCalls, type HandsOnAnswer, type HandsOnCall, type HandsOnInput } from '#shared/hands-on.ts';
import { HANDS_ON_CALL } from './channels.ts';
import type { HandsOn, OpenSitting } from './hands-on.ts';
import { toolbarAddress } from './hands-on-window.ts';

type Handlers = { [Name in HandsOnCall]: (open: OpenSitting, input: HandsOnInput<Name>) => unknown };

/** Answers the toolbar, and nobody else: the sender must be the window's own page, in its own main frame. */
export function answerToolbar(handsOn: HandsOn, show: (itemId: string) => void): void {
  const handlers = toolbarHandlers(handsOn, show);
  ipcMain.handle(HANDS_ON_CALL, async (event, name: unknown, input: unknown): Promise<HandsOnAnswer> => {
    const { open } = handsOn;
    if (open === null || !isToolbar(event, open)) throw new Error('not the toolbar');
    try {
      if (typeof name !== 'string' || !Object.hasOwn(handsOnCalls, name)) throw new HoldfastError('unknown-call', { name: String(name) });
      const call = name as HandsOnCall;
      const parsed = handsOnCalls[call].safeParse(input);
      if (!parsed.success) throw new HoldfastError('wrong-input', { field: name, problem: parsed.error.message });
      const handler = handlers[call] as (open: OpenSitting, input: unknown) => unknown;
      return { ok: true, value: (await handler(open, parsed.data)) ?? {} };
    } catch (error) {
      return { ok: false, error: toErrorData(error) };
    }
  });
}

function isToolbar({ sender, senderFrame }: IpcMainInvokeEvent, { window }: OpenSitting): boolean {
  return sender === window.webContents && senderFrame === sender.mainFrame && senderFrame.url === toolbarAddress;
}

function toolbarHandlers(handsOn: HandsOn, show: (itemId: string) => void): Handlers {
  return {
    state: ({ sitting }) => sitting.state(),
    go: ({ sitting }, { address }) => sitting.go(address),
    move: ({ sitting }, { to }) => sitting.move(to),
    keep: ({ sitting }, { scroll }) => sitting.keep(scroll),
    parameters: ({ sitting }) => ({ parameters: sitting.seen.list(sitting.marks.parameters), values: sitting.marks.values.length }),
    mark: ({ sitting }, { parameters, values }) => sitting.mark(parameters, values),
    session: ({ caseId }) => handsOn.sessionInfo(caseId),
    wipe: () => handsOn.wipe(),
    acceptCertificate: ({ sitting }, { fingerprint }) => sitting.acceptCertificate(fingerprint),
    place: ({ place }, { top, aside }) => place(top, aside),
    logIn: ({ sitting }, { given }) => sitting.logIn(given),
    show: (_open, { itemId }) => show(itemId),
    done: () => void handsOn.close(),
  };
}
