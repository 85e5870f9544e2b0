declare module '@harvard-lil/js-wacz' {
  export class WACZ {
    constructor(options: { input: string | string[]; output: string; url?: string; ts?: string; title?: string });
    process(verbose?: boolean): Promise<void>;
  }
}
