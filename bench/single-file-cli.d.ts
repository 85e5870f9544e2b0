declare module 'single-file-cli/single-file-cli-api.js' {
  export function initialize(
    options: object,
  ): Promise<{ capture(urls: [url: string, options: object][]): Promise<void>; finish(): Promise<void> }>;
}
declare module 'single-file-cli/options.js' {
  export function parseArgs(args: string[]): { positionals: string[]; options: Record<string, unknown> };
}
declare module 'single-file-cli/lib/constants.js' {
  export const BROWSER_ARGS: string[];
}
