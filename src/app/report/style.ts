/** The report's own style: nothing is loaded from anywhere. */
export const style = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --paper: #f6f7f9; --card: #fff; --rule: #dfe3e9;
  --blue: #2563eb; --green: #15803d; --amber: #b45309; --red: #b91c1c; --violet: #7c3aed; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b5; --paper: #11151b; --card: #1a2029;
  --rule: #2c3542; --blue: #60a5fa; --green: #4ade80; --amber: #fbbf24; --red: #f87171; --violet: #a78bfa; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .25rem 0 .5rem; }
h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
p { margin: .35rem 0; overflow-wrap: anywhere; }
.soft, time, figcaption { color: var(--soft); font-size: .875rem; }
section { background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; padding: 1rem; margin-top: 1rem; }
.badge { display: inline-block; border-radius: 1rem; padding: .1rem .7rem; font-size: .875rem; font-weight: 600;
  color: var(--card); background: var(--soft); }
.badge.verified { background: var(--green); } .badge.failed { background: var(--red); }
.badge.needs-person { background: var(--amber); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0 0; }
dt { color: var(--soft); font-size: .8rem; } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
ol, ul { margin: 0; padding: 0; list-style: none; }
.story li { display: grid; grid-template-columns: 3.2rem 1fr; gap: .6rem; padding: .3rem 0 .3rem .6rem;
  border-left: 3px solid var(--rule); overflow-wrap: anywhere; }
.story li > span { min-width: 0; }
.story .asked { border-color: var(--violet); } .story .link, .story .stall { border-color: var(--amber); }
.story .cause { border-color: var(--red); } .story .remedy { border-color: var(--blue); }
.story .end { border-color: var(--green); } .story time { font-variant-numeric: tabular-nums; }
.chart { margin: 0; } .plot { position: relative; height: 11rem; border-bottom: 1px solid var(--rule); }
.plot svg { width: 100%; height: 100%; display: block; } .plot .top { position: absolute; top: 0; left: 0; font-size: .75rem;
  color: var(--soft); background: var(--card); padding-right: .3rem; }
.axis { display: flex; justify-content: space-between; font-size: .75rem; color: var(--soft); padding-top: .2rem; }
.chart path, .chart polyline { fill: none; vector-effect: non-scaling-stroke; }
.chart .area { fill: var(--blue); opacity: .16; } .chart .line { stroke: var(--blue); stroke-width: 2; }
.chart .grid { stroke: var(--rule); } .mark { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 4 3; }
.mark.asked { stroke: var(--violet); } .mark.link, .mark.stall { stroke: var(--amber); } .mark.cause { stroke: var(--red); }
.mark.remedy { stroke: var(--blue); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .8rem; color: var(--soft); padding-top: .5rem; }
.legend li::before { content: ""; display: inline-block; width: .7rem; height: .2rem; margin: 0 .4rem .2rem 0;
  background: var(--soft); }
.legend .asked::before { background: var(--violet); } .legend .cause::before { background: var(--red); }
.legend .link::before, .legend .stall::before { background: var(--amber); }
.legend .remedy::before { background: var(--blue); }
.cards > li + li { margin-top: .8rem; padding-top: .8rem; border-top: 1px solid var(--rule); }
code { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; }
@media print { body { background: #fff; } section { break-inside: avoid; } }
`;
