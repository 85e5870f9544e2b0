/** The part of js-wacz that tests use; it brings no types. */
declare module '@harvard-lil/js-wacz' {
  export class WACZ {
    constructor(options: { input: string | string[]; output: string; log?: object });
    addPage(url: string, title: string | null, ts: string | null): void;
    process(): Promise<void>;
  }
}
