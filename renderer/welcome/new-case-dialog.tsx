export function NewCaseDialog(_: { onClose: () => void }) { return null; }
