/** The part of js-wacz that tests use; it brings no types. */
declare module '@harvard-lil/js-wacz' {
  export class WACZ {
    constructor(options: {
      input: string | string[];
      output: string;
      url?: string;
      ts?: string;
      title?: string;
      detectPages?: boolean;
      log?: unknown;
    });
    addPage(url: string, title: string | null, at: string | null): void;
    process(verbose?: boolean): Promise<void>;
  }
}
