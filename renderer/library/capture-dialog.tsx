export function CaptureDialog(_: { onClose: () => void }) { return null; }
