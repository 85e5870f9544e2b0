/** The toolbar's side of its own small boundary: calls to main, and the state main sends. */
import { create } from 'zustand';
import { HoldfastError, toErrorData, type ErrorData } from '#shared/errors.ts';
import type { HandsOnCall, HandsOnInput, HandsOnState } from '#shared/hands-on.ts';

export type ToolbarDialog = 'pages' | 'marks' | 'session' | null;

type Toolbar = {
  state: HandsOnState | null;
  dialog: ToolbarDialog;
  /** Of something asked for here, until the next thing is asked. */
  refused: ErrorData | null;
  scroll: boolean;
};

export const useToolbar = create<Toolbar>(() => ({ state: null, dialog: null, refused: null, scroll: false }));

/** Rejects with a `HoldfastError`. */
export async function ask<Name extends HandsOnCall>(name: Name, input: HandsOnInput<Name>): Promise<unknown> {
  const answer = await window.handsOn.call(name, input);
  if (answer.ok) return answer.value;
  throw new HoldfastError(answer.error.code, answer.error.facts);
}

/** Asks for something whose refusal is told in the toolbar itself. */
export function tell<Name extends HandsOnCall>(name: Name, input: HandsOnInput<Name>): void {
  useToolbar.setState({ refused: null });
  ask(name, input).catch((error: unknown) => useToolbar.setState({ refused: toErrorData(error) }));
}

export function showDialog(dialog: ToolbarDialog): void {
  useToolbar.setState({ dialog });
}

/** Keeps the page on screen, unless a question is open or a page is being kept. */
export function keepPage(): void {
  const { dialog, scroll, state } = useToolbar.getState();
  if (dialog === null && state?.keeping === 'no') tell('keep', { scroll });
}

export function focusAddress(): void {
  document.querySelector<HTMLInputElement>('.address-input')?.select();
}

/** Follows main for as long as the window lives. */
export function listen(): void {
  window.handsOn.on((event) => {
    if (event.type === 'state') useToolbar.setState({ state: event.state });
    else if (event.command === 'keep') keepPage();
    else focusAddress();
  });
  void ask('state', {}).then((state) => useToolbar.setState({ state: state as HandsOnState }));
}
