/** As scans of documents are made for courts, in dots an inch: print of 6 points stays readable. */
export const redactedDpi = 200;
