// How <flinks-accounts> looks: the custom properties and defaults of <flinks-upload>.

export const STYLE = `
:host { display: block; }
:host([hidden]) { display: none; }
.flinks-accounts {
  --text: var(--flinks-upload-text, light-dark(#16202e, #e8edf4));
  --muted: var(--flinks-upload-muted, light-dark(#4d5b6c, #a9b6c6));
  --surface: var(--flinks-upload-surface, light-dark(#ffffff, #121a26));
  --border: var(--flinks-upload-border, light-dark(#c9d3df, #36445a));
  --error: var(--flinks-upload-error, light-dark(#a8202b, #ff9a9a));
  --radius: var(--flinks-upload-radius, 12px);
  container-type: inline-size;
  color: var(--text);
  background: var(--surface);
  font: 400 1rem/1.5 var(--flinks-upload-font, system-ui, sans-serif);
  text-align: start;
  overflow-wrap: anywhere;
}
.flinks-accounts[data-theme="light"] { color-scheme: light; }
.flinks-accounts[data-theme="dark"] { color-scheme: dark; }
.flinks-accounts[data-theme="system"] { color-scheme: light dark; }
.flinks-accounts:not([data-state="none"]) { display: grid; gap: 1rem; padding: 1.25rem; border: 1px solid var(--border); border-radius: var(--radius); }
.flinks-accounts, .flinks-accounts * { box-sizing: border-box; }
.flinks-accounts [hidden] { display: none; }
.title, .member, p, ul, dl, dd { margin: 0; padding: 0; }
.title { font-size: 1.25rem; line-height: 1.3; font-weight: 650; }
.member { margin-block: 0.5rem; font-size: 1rem; line-height: 1.3; font-weight: 650; }
.summary { color: var(--muted); font-weight: 600; }
.summary:empty { display: none; }
[data-state="failed"] .summary, [data-state="unavailable"] .summary, [data-state="not-loaded"] .summary, [data-state="setup"] .summary { color: var(--error); }
button { min-block-size: 44px; padding: 0 1.125em; border: 1px solid; border-radius: calc(var(--radius) * 0.66); color: inherit; background: none; font: inherit; }
.groups { display: grid; gap: 1rem; }
.groups:empty { display: none; }
ul { list-style: none; display: grid; gap: 0.5rem; }
.account { display: grid; gap: 0.5rem; padding: 0.75rem 1rem; border: 1px solid var(--border); border-radius: calc(var(--radius) * 0.66); }
.line { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; justify-content: space-between; align-items: baseline; }
.name { font-weight: 600; }
.number { color: var(--muted); font-variant-numeric: tabular-nums; }
.spoken { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
dl { display: grid; gap: 0.125rem 1rem; }
.fact { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; }
dt { color: var(--muted); }
dd { margin-inline-start: auto; text-align: end; font-variant-numeric: tabular-nums; }
.balance dd { font-weight: 650; }
@container (min-width: 40rem) {
  dl { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.75rem 1.5rem; }
  .fact { display: block; }
  dd { text-align: start; }
}
`;
