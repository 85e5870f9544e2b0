/** The report's whole look: light, printable, right-to-left safe (logical properties only), no fonts but the reader's own. */
export const reportStyle = `
:root { color: #1d2324; background: #fff; font: 15px/1.5 system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; }
body { max-inline-size: 50rem; margin: 3rem auto; padding-inline: 1.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin-block: 0 .5rem; }
h2 { font-size: 1.35rem; margin-block: 3rem 1rem; border-block-end: 1px solid #c9d0d0; padding-block-end: .3rem; }
h3 { font-size: 1.05rem; margin-block: 2rem .3rem; }
a { color: #0b5a68; }
table { border-collapse: collapse; inline-size: 100%; margin-block: .75rem; font-size: .9rem; }
caption { text-align: start; font-weight: 600; padding-block-end: .3rem; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0; border-block-end: 1px solid #e3e8e8; }
td.number { font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin-block: .5rem; font-size: .9rem; }
dt { color: #56615f; }
dd { margin: 0; min-inline-size: 0; }
blockquote { margin: .75rem 0; padding: .4rem 1rem; border-inline-start: 3px solid #0b7285; background: #f4f7f7; white-space: pre-wrap; }
code { font: .8rem/1.4 ui-monospace, "JetBrains Mono", monospace; overflow-wrap: anywhere; }
.quiet { color: #56615f; font-size: .9rem; }
.claim { break-inside: avoid-page; }
.cover { margin-block-end: 3rem; }
@media print { body { margin: 0; max-inline-size: none; } h2 { break-before: page; } a { color: inherit; } }
`;
