/** The window itself. */
export const APP_ORIGIN = 'holdfast-app://app';
export const APP_SCHEME = 'holdfast-app';
/** Bytes of blobs: `holdfast-blob://blob/<sha256>?type=<media type>`. */
export const BLOB_SCHEME = 'holdfast-blob';
/** Frozen snapshots: `holdfast-snapshot://<fileId>/`, shown in a sandboxed frame and so of opaque origin. */
export const SNAPSHOT_SCHEME = 'holdfast-snapshot';
/** Archived pages: `holdfast-replay://<token>/`, answered only in the session of one opened archive. */
export const REPLAY_SCHEME = 'holdfast-replay';
/** A chain-of-custody sheet that is being printed: `holdfast-sheet://<token>/`, in a session that knows nothing else. */
export const SHEET_SCHEME = 'holdfast-sheet';
