import { isMessage, t } from '../messages/index.ts';

/** An act of the journal in words, or as the journal writes it where there are none. */
export function actionWords(action: string): string {
  const key = `act.${action}`;
  return isMessage(key) ? t(key) : action;
}
