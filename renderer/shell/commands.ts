/** Everything a person can do has a name, a key and one place here while it can be done. */
import { createContext, useContext, useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { create } from 'zustand';
import type { MessageKey } from '../messages/index.ts';

export type Command = {
  /** The menu of the window sends the same ids. */
  id: string;
  title: MessageKey;
  group: MessageKey;
  /** As tinykeys writes them: `$mod+k`, `g l`. Single keys do nothing while a field is being typed in. */
  keys?: string;
  /** In a field the keys mean what they mean to the field. */
  yieldsToTyping?: boolean;
  /** A second key for the same, where two habits meet. */
  also?: string;
  run: () => void;
};

export const useCommandList = create<{ commands: readonly Command[] }>(() => ({ commands: [] }));

/** Whether this part of the window is the one that keys go to: of two sides of the reader, one is. */
export const KeysGoHere = createContext(true);

/** Offers commands while the calling component is shown and in use: by key, palette, cheat sheet and menu. */
export function useCommands(commands: readonly Command[]): void {
  const isInUse = useContext(KeysGoHere);
  useEffect(() => {
    if (!isInUse) return;
    useCommandList.setState((state) => ({ commands: [...state.commands, ...commands] }));
    return () => useCommandList.setState((state) => ({ commands: state.commands.filter((one) => !commands.includes(one)) }));
  }, [commands, isInUse]);
}

/** Runs a command by its id; the one offered last wins. Nothing happens when it is not offered now. */
export function runCommand(id: string): void {
  useCommandList
    .getState()
    .commands.findLast((command) => command.id === id)
    ?.run();
}

/** Binds the keys of what is offered; called once by the shell. */
export function useCommandKeys(): void {
  const commands = useCommandList((state) => state.commands);
  useEffect(() => {
    const bound = commands.filter((command) => command.keys !== undefined);
    const map = Object.fromEntries(
      bound.flatMap(({ keys, also, id }) => [...bindings(keys as string, id), ...(also === undefined ? [] : bindings(also, id))]),
    );
    return tinykeys(window, map, { ignore: (event) => event.isComposing });
  }, [commands]);
}

type Binding = [keys: string, handler: (event: KeyboardEvent) => void];

/** A letter's key also works by its place on the keyboard while the layout in use writes no Latin letters (Arabic, Russian). */
function bindings(keys: string, id: string): Binding[] {
  const byPlace = keys.replace(/(^|[+ ])([a-z])(?=$| )/gi, (_, before: string, letter: string) => `${before}Key${letter.toUpperCase()}`);
  const direct: Binding = [keys, (event) => press(event, id)];
  if (byPlace === keys) return [direct];
  return [direct, [byPlace, (event) => !/^[a-z]$/i.test(event.key) && press(event, id)]];
}

function press(event: KeyboardEvent, id: string): void {
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  const yields = !chord || useCommandList.getState().commands.some((command) => command.id === id && command.yieldsToTyping === true);
  if (event.defaultPrevented || (yields && isTyping(event.target))) return;
  // Behind an open question nothing else happens.
  if (isAsked()) return;
  event.preventDefault();
  runCommand(id);
}

/** One that is closing has been answered. */
function isAsked(): boolean {
  return [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].some(
    (dialog) => dialog.closest('[data-exiting]') === null,
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
