/** The one style of every page that is brought out: quiet, readable on a telephone, in the dark and on paper. */
export const STYLE = `
:root { --ground: #fff; --text: #1c1c1e; --soft: #6b6b70; --line: #e3e3e8; --card: #f4f4f6; --theirs: #e9e9eb;
  --imessage: #0a6fe0; --sms: #248a3d; --link: #0a5fc2; }
@media (prefers-color-scheme: dark) { :root { --ground: #161618; --text: #ececf0; --soft: #9a9aa2; --line: #333338;
  --card: #222226; --theirs: #303036; --imessage: #0a6fe0; --sms: #1f7a36; --link: #6cb0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.25rem 1rem 4rem; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--line); margin-bottom: 1.25rem; padding-bottom: .75rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
header p, .soft { color: var(--soft); margin: .1rem 0; } .soft { font-size: .875rem; }
a { color: var(--link); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .75rem 0; }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain > li { border-bottom: 1px solid var(--line); padding: .6rem 0; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top;
  border-bottom: 1px solid var(--line); padding: .4rem .75rem .4rem 0; } th { color: var(--soft); font-weight: 600; }
.wide { overflow-x: auto; }
.note { background: var(--card); border-radius: .75rem; margin: 1rem 0; padding: .75rem 1rem; }
.day { color: var(--soft); font-size: .875rem; font-weight: 600; margin: 1.75rem 0 .75rem; text-align: center; }
.event { color: var(--soft); font-size: .875rem; margin: .75rem 1rem; text-align: center; }
.message { display: flex; flex-direction: column; align-items: flex-start; margin: .3rem 0; }
.message.mine { align-items: flex-end; }
.message .who { color: var(--soft); font-size: .8125rem; margin: .5rem .75rem .1rem; }
.bubble { background: var(--theirs); border-radius: 1.15rem; max-width: 82%; padding: .45rem .85rem; }
.message > .bubble + .bubble { margin-top: .2rem; }
.mine .bubble { background: var(--sms); color: #fff; } .mine.imessage .bubble { background: var(--imessage); }
.mine .bubble a { color: #fff; } .bubble.media { background: none; padding: 0; color: var(--text); }
.mine .bubble.media a { color: var(--link); }
.bubble img, .bubble video { border-radius: 1.15rem; display: block; height: auto; max-height: 28rem; max-width: 100%; }
.bubble audio { display: block; max-width: 100%; }
.quote { border-inline-start: 3px solid var(--line); color: var(--soft); font-size: .875rem; margin: .35rem .25rem;
  max-width: 82%; padding-inline-start: .6rem; } .quote a { color: inherit; }
.meta { color: var(--soft); font-size: .75rem; margin: .1rem .75rem; }
.chip { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; color: var(--text);
  display: inline-block; font-size: .9375rem; padding: .45rem .75rem; }
details { margin: .1rem .75rem; } summary { color: var(--soft); cursor: pointer; font-size: .75rem; }
.grid { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); }
.grid figure { margin: 0; } .grid img { aspect-ratio: 1; border-radius: .5rem; object-fit: cover; width: 100%; }
.grid figcaption { color: var(--soft); font-size: .75rem; }
.face { border-radius: 50%; height: 3rem; object-fit: cover; vertical-align: middle; width: 3rem; }
article { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
article ul.check { list-style: none; padding-inline-start: .25rem; }
pre { background: var(--card); border-radius: .5rem; overflow-x: auto; padding: .75rem; white-space: pre-wrap; }
blockquote { border-inline-start: 3px solid var(--line); margin-inline: 0; padding-inline-start: .9rem; }
article img { height: auto; max-width: 100%; }
@media print { :root { --ground: #fff; --text: #000; } .bubble { border: 1px solid var(--line); background: none !important;
  color: #000 !important; } .day { break-after: avoid; } .message { break-inside: avoid; } }
`;
