declare module '@harvard-lil/js-wacz' {
  export class WACZ {
    constructor(options: { input: string | string[]; output: string; detectPages?: boolean; log?: unknown });
    addPage(url: string, title: string | null, at: string | null): void;
    process(verbose?: boolean): Promise<void>;
  }
}
