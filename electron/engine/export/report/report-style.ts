/** The report's whole look: light, printable, right-to-left safe (logical properties only). */
export const reportStyle = `
:root { color: #1d1f21; background: #fff; --soft: #565a5e; --line: #dedbd4; --accent: #0f6b5c; --sunken: #f6f5f2;
  --ui: "Inter", "Report Naskh", system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif;
  --read: "Source Serif 4", "Report Naskh", Georgia, "Noto Serif", "Noto Naskh Arabic", serif;
  --mono: "JetBrains Mono", ui-monospace, "DejaVu Sans Mono", monospace; font: 14px/1.5 var(--ui); }
body { margin: 0; }
main { max-inline-size: 54rem; margin: 3rem auto; padding-inline: 1.5rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font: 600 2.2rem/1.2 var(--read); margin-block: 0 .5rem; }
h2 { font: 600 1.45rem/1.3 var(--read); margin-block: 3.5rem 1rem; border-block-end: 2px solid var(--accent); padding-block-end: .35rem; }
h3 { font-size: 1.08rem; margin-block: 2.2rem .4rem; }
h4 { font-size: .95rem; margin-block: 1.4rem .4rem; color: var(--accent); }
a { color: var(--accent); text-underline-offset: 2px; } td a[href^="#"], dd a[href^="#"] { white-space: nowrap; }
p { margin-block: .5rem; overflow-wrap: anywhere; }
ul { padding-inline-start: 1.2rem; } li { margin-block: .35rem; }
table { border-collapse: collapse; table-layout: fixed; inline-size: 100%; margin-block: 1rem; font-size: .86rem; }
caption { text-align: start; font-weight: 600; padding-block-end: .35rem; }
th, td { text-align: start; vertical-align: top; padding: .32rem .7rem .32rem 0; border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 500; border-block-end-color: #c6c2b9; }
.number { font-variant-numeric: tabular-nums; }
thead { display: table-header-group; } tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .2rem 1rem; margin-block: .6rem; font-size: .88rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
blockquote { margin: .8rem 0; padding: .7rem 1.1rem; border-inline-start: 3px solid var(--accent); background: var(--sunken); font: 1.08rem/1.6 var(--read); overflow-wrap: anywhere; }
blockquote strong, blockquote .around { white-space: pre-wrap; }
blockquote strong { font-weight: 600; } blockquote .around { color: var(--soft); font-size: .92em; }
code { font: .82em/1.5 var(--mono); overflow-wrap: anywhere; }
.quiet { color: var(--soft); font-size: .9em; }
figure { margin: 1rem 0; break-inside: avoid; }
figure img { display: block; max-inline-size: 100%; max-block-size: 40rem; block-size: auto; inline-size: auto; border: 1px solid var(--line); }
figcaption { color: var(--soft); font-size: .82rem; margin-block-start: .35rem; }
.chart figcaption { color: inherit; font-weight: 600; font-size: .86rem; margin-block: 0 .4rem; }
.chart svg { display: block; inline-size: 100%; font-family: var(--ui); }
.chain { list-style: none; margin: .6rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem; font-size: .86rem; }
.chain li { margin: 0; padding: .2rem .6rem; border: 1px solid var(--line); border-radius: 4px; background: var(--sunken); }
.chain li + li::before { content: "→ "; color: var(--soft); }
nav ol { list-style: none; padding: 0; columns: 2; column-gap: 2rem; font-size: .92rem; } nav li { margin-block: .2rem; break-inside: avoid; }
nav .level-3 { padding-inline-start: 1rem; }
.claim { border-block-start: 1px solid var(--line); margin-block-start: 2rem; } .claim > h3 { margin-block-start: 1rem; }
h2 + .claim { border: 0; margin-block-start: 0; }
.cover { margin-block-end: 2rem; padding-block-end: 1rem; border-block-end: 1px solid var(--line); }
@page { size: A4; margin: 18mm 16mm; }
@media print { main { margin: 0; padding: 0; max-inline-size: none; } h2 { break-before: page; } h3, h4, caption { break-after: avoid; } a { color: inherit; } }
`;
