import { formStyle } from './web-form/form-style.ts';

/** The one stylesheet of all pages. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #14171c);
  --surface: light-dark(#ffffff, #1c2027);
  --line: light-dark(#dde1e7, #333a45);
  --text: light-dark(#1a1f27, #e7eaef);
  --faint: light-dark(#566070, #a3adbb);
  --accent: light-dark(#0b6e6e, #5cc8c4);
  --on-accent: light-dark(#ffffff, #06292a);
  --good: light-dark(#17693b, #7fd6a2);
  --good-ground: light-dark(#e6f4ec, #16311f);
  --bad: light-dark(#a3241b, #ff9c92);
  --bad-ground: light-dark(#fcebea, #3a1916);
  --warn: light-dark(#855100, #f0bd68);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, 'Segoe UI', Roboto, sans-serif; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--surface); padding: .5rem 1rem; z-index: 1; }
.bar { background: var(--surface); border-bottom: 1px solid var(--line); }
.inner { max-width: 68rem; margin: 0 auto; padding: .6rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; }
.brand { font-weight: 700; font-size: 1.1rem; color: var(--text); text-decoration: none; }
.brand span { color: var(--accent); }
.sign-out { margin-left: auto; display: flex; gap: .75rem; align-items: center; }
.who { color: var(--faint); }
main { margin: 0 auto; padding: 2rem 1.25rem 4rem; }
main.narrow { max-width: 42rem; }
main.wide { max-width: 68rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .35rem; letter-spacing: -.01em; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .6rem; }
p { margin: 0 0 1rem; }
.lead, .faint { color: var(--faint); }
.lead { margin-bottom: 1.5rem; }
.small { font-size: .875rem; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem 1.5rem; margin: 0 0 1.25rem; }
.card > :last-child, .card form > :last-child { margin-bottom: 0; }
.card h2:first-child { margin-top: 0; }
.prose { white-space: pre-wrap; overflow-wrap: anywhere; }
.links { list-style: none; padding: 0; margin: 0; display: grid; gap: .75rem; }
.links a { display: block; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; text-decoration: none; color: var(--text); }
.links a:hover { border-color: var(--accent); }
.links strong { display: block; color: var(--accent); }
label { display: block; font-weight: 600; margin-bottom: .3rem; }
.hint { display: block; color: var(--faint); font-size: .875rem; margin: 0 0 .4rem; }
input:not([type=radio], [type=hidden]), select, textarea { width: 100%; font: inherit; color: inherit; background: var(--ground); border: 1px solid light-dark(#8a94a3, #5d6775); border-radius: 6px; padding: .6rem .75rem; margin-bottom: 1rem; }
input.code { font: 600 1.35rem/1.3 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; letter-spacing: .08em; text-transform: uppercase; }
textarea { min-height: 8.5rem; resize: vertical; }
[aria-invalid=true] { border-color: var(--bad) !important; border-width: 2px !important; }
button { font: inherit; font-weight: 600; cursor: pointer; border: 1px solid var(--accent); border-radius: 6px; padding: .55rem 1.1rem; background: var(--accent); color: var(--on-accent); }
button:hover { filter: brightness(1.08); }
button.second { background: transparent; color: var(--accent); }
button.quiet { background: transparent; color: var(--text); border-color: var(--line); padding: .3rem .75rem; font-weight: 500; }
.notice { border-radius: 8px; padding: .75rem 1rem; border-left: 4px solid; }
.notice.good { background: var(--good-ground); border-color: var(--good); }
.notice.bad { background: var(--bad-ground); border-color: var(--bad); }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .45rem 1.25rem; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .75rem 1rem 0; color: var(--faint); font-size: .875rem; }
th { text-align: left; font-size: .8125rem; font-weight: 600; color: var(--faint); }
th, td { padding: .65rem 1rem; vertical-align: top; border-bottom: 1px solid var(--line); }
tr:last-child td { border-bottom: 0; }
td.message { min-width: 18rem; overflow-wrap: anywhere; }
.nowrap { white-space: nowrap; }
.strong { font-weight: 600; }
.is-late { color: var(--bad); font-weight: 600; }
.is-soon { color: var(--warn); font-weight: 600; }
.is-good { color: var(--good); font-weight: 600; }
.head { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; justify-content: space-between; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
.pager { display: flex; gap: 1.5rem; margin-top: 1rem; }
details { margin-bottom: 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
summary { cursor: pointer; padding: .9rem 1.5rem; font-weight: 600; }
details form { padding: 0 1.5rem 1.25rem; }
.big { font-size: 1.35rem; font-weight: 700; line-height: 1.3; margin-bottom: .35rem; }
.steps { list-style: none; margin: 1.25rem 0 0; padding: 0; }
.card > .steps:first-child { margin-top: 0; }
.steps li { position: relative; padding: 0 0 1.1rem 1.9rem; color: var(--faint); }
.steps li::before { content: ''; position: absolute; left: .3rem; top: .4rem; width: .7rem; height: .7rem; border-radius: 50%; border: 2px solid var(--faint); background: var(--surface); z-index: 1; }
.steps li::after { content: ''; position: absolute; left: .68rem; top: .8rem; bottom: -.4rem; border-left: 2px solid var(--line); }
.steps li:last-child::after { display: none; }
.steps li:last-child { padding-bottom: 0; }
.steps .done { color: var(--text); }
.steps .done::before { border-color: var(--accent); background: var(--accent); }
.steps span { display: block; font-size: .875rem; color: var(--faint); }
@media (max-width: 34rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .7rem; }
  .card { padding: 1rem 1.1rem; }
  table.stack, .stack tbody, .stack tr, .stack td, .stack caption { display: block; }
  .stack thead { position: absolute; clip-path: inset(50%); }
  .stack tr { padding: .8rem 1rem; border-bottom: 1px solid var(--line); }
  .stack tr:last-child { border-bottom: 0; }
  .stack td { padding: 0; border: 0; }
  .stack br { display: none; }
}
${formStyle}`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6e6e"/><path d="M9 7h8.5a5 5 0 0 1 2.6 9.2A5.3 5.3 0 0 1 18 25H9zm4 3.4v4h4a2 2 0 0 0 0-4zm0 7.3v4h4.6a2 2 0 0 0 0-4z" fill="#fff"/></svg>`;
