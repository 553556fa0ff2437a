/** What the form and the page after it add to the stylesheet. */
export const formStyle = `
.inner.narrow { max-width: 42rem; }
section + .card { margin-top: 2.25rem; }
nav a + a { margin-left: 1.25rem; }
div.notice { margin-bottom: 1.25rem; }
.notice p:last-child { margin-bottom: 0; }
.notice h2 { margin-top: 0; }
.notice.plain { background: var(--surface); border-color: var(--accent); }
.topics { list-style: none; padding: 0; margin: 0; display: grid; gap: .9rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); }
.topics a { font-weight: 600; }
.topics .hint { margin: .1rem 0 0; }
.optional { color: var(--faint); font-weight: 400; }
.error { display: block; color: var(--bad); font-weight: 600; margin: 0 0 .4rem; }
.error::before { content: '⚠ '; }
.card h2 { margin: 0 0 1rem; }
.card h3 { margin: 0 0 .5rem; font-size: 1rem; }
input[type=date], input[type=datetime-local] { max-width: 16rem; }
select { appearance: auto; min-height: 2.9rem; }
fieldset.choices { border: 0; margin: 0 0 1rem; padding: 0; min-width: 0; }
.choices legend { font-weight: 600; padding: 0; margin-bottom: .3rem; }
.choice { display: flex; gap: .6rem; align-items: flex-start; padding: .35rem 0; }
.choice input { width: 1.3rem; height: 1.3rem; margin: .12rem 0 0; flex: none; accent-color: var(--accent); }
.choice label { font-weight: 400; margin: 0; }
.choice .hint { margin: 0; }
fieldset[aria-invalid=true] { border-style: solid !important; border-width: 0 0 0 3px !important; padding-left: .75rem; }
.reading { max-height: 15rem; overflow-y: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); padding: .9rem 1rem; font-size: .9375rem; }
.reading p:last-child { margin-bottom: 0; }
.trap { position: absolute; left: -100vw; width: 1px; height: 1px; overflow: hidden; }
.actions button { font-size: 1.05rem; padding: .75rem 1.5rem; }
.kept { margin-bottom: 1.25rem; align-items: baseline; }
.kept strong { font-size: 1.15rem; }
.code-shown { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; letter-spacing: .06em; white-space: nowrap; }
.bar-code { display: block; width: 100%; max-width: 24rem; height: 4.5rem; margin-bottom: 1rem; }
@media print {
  .bar, .skip, .no-print { display: none; }
  main { padding: 0; }
  body { background: #fff; color: #000; }
  .reading { max-height: none; }
}
`;
