import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useSpeech } from '../words/speech.tsx';
import type { Rates, TickKind } from './rates.ts';

/** How a tick looks, so that kinds differ without colour: the dashes of its line. */
const DASHES: Readonly<Record<TickKind, readonly number[]>> = {
  link: [2, 3],
  stall: [7, 4],
  asked: [],
  remedy: [10, 3, 2, 3],
  cause: [4, 2],
};
const COLOURS: Readonly<Record<TickKind, string>> = {
  link: '--edge',
  stall: '--edge',
  asked: '--you-fill',
  remedy: '--accent',
  cause: '--soft',
};
const HEIGHT = 150;

/** What was carried over time, as a filled line, with the moments that mattered as ticks on it. */
export function RateChart({ rates }: { readonly rates: Rates }) {
  const { words, amounts } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const newest = useRef(rates);
  newest.current = rates;
  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const made = new uPlot(
      optionsFor(place.clientWidth, () => newest.current, amounts),
      dataOf(newest.current),
      place,
    );
    plot.current = made;
    const resized = new ResizeObserver(() => made.setSize({ width: place.clientWidth, height: HEIGHT }));
    resized.observe(place);
    // A canvas does not follow the style sheet by itself.
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const redraw = (): void => made.redraw();
    dark.addEventListener('change', redraw);
    return () => {
      dark.removeEventListener('change', redraw);
      resized.disconnect();
      made.destroy();
      plot.current = undefined;
    };
  }, [amounts]);
  useEffect(() => plot.current?.setData(dataOf(rates)), [rates]);
  const highest = Math.max(0, ...rates.bytesPerSecond);
  const kinds = [...new Set(rates.ticks.map(({ kind }) => kind))];
  return (
    <figure className="stack tight" aria-label={words.run.chart.title}>
      <figcaption className="row soft small">
        <span>{words.run.chart.title}</span>
        <span className="unseen">{words.run.chart.summary(amounts.size(highest))}</span>
      </figcaption>
      <div className="chart-box" ref={box} aria-hidden="true" />
      {kinds.length === 0 ? undefined : (
        <ul className="chart-legend">
          {kinds.map((kind) => (
            <li key={kind}>
              <svg viewBox="0 0 6 14" width="6" height="14" aria-hidden="true">
                <path
                  d="M3 0v14"
                  stroke={`var(${COLOURS[kind]})`}
                  strokeWidth="2"
                  strokeDasharray={DASHES[kind].join(' ')}
                />
              </svg>
              {words.run.chart.ticks[kind]}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

function dataOf({ seconds, bytesPerSecond }: Rates): uPlot.AlignedData {
  return [[...seconds], [...bytesPerSecond]];
}

function optionsFor(
  width: number,
  rates: () => Rates,
  amounts: { readonly size: (bytes: number) => string; readonly clock: (seconds: number) => string },
): uPlot.Options {
  const soft = (): string => colour('--soft');
  return {
    width,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: {
      x: { time: false, range: (_plot, _first, last) => [0, Math.max(10, last)] },
      y: { range: (_plot, _low, high) => [0, Math.max(1, high * 1.12)] },
    },
    series: [
      {},
      {
        stroke: () => colour('--accent'),
        fill: () => colour('--accent-soft'),
        width: 2,
        points: { show: false },
      },
    ],
    axes: [
      {
        stroke: soft,
        grid: { show: false },
        ticks: { show: false },
        size: 24,
        values: (_plot, ticks) => ticks.map(amounts.clock),
      },
      {
        stroke: soft,
        grid: { stroke: () => colour('--rule'), width: 1 },
        ticks: { show: false },
        size: 62,
        space: 44,
        values: (_plot, ticks) => ticks.map((tick) => (tick === 0 ? '0' : amounts.size(tick))),
      },
    ],
    hooks: { draw: [(plot) => drawTicks(plot, rates())] },
  };
}

function drawTicks(plot: uPlot, { ticks }: Rates): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = 2 * devicePixelRatio;
  for (const { second, kind } of ticks) {
    const x = Math.round(plot.valToPos(second, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = colour(COLOURS[kind]);
    ctx.setLineDash(DASHES[kind].map((length) => length * devicePixelRatio));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/** A canvas knows no variables of the style sheet. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
