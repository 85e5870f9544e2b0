/** Names of the two IPC channels between the toolbar and main. Of this window alone; the program's own are others. */
export const HANDS_ON_CALL = 'holdfast:hands-on';
export const HANDS_ON_EVENT = 'holdfast:hands-on-event';
