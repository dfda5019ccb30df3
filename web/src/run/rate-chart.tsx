import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useSpeech } from '../words/speech.tsx';
import { colourOf, drawTicks, TICKS } from './rate-ticks.ts';
import type { Rates } from './rates.ts';

const HEIGHT = 160;

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
      optionsFor(place.clientWidth, () => newest.current, {
        clock: amounts.clock,
        rate: (bytes) => words.run.figures.perSecond(amounts.size(bytes)),
      }),
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
  }, [amounts, words]);
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
              <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <path d={TICKS[kind].shape} fill={`var(${TICKS[kind].colour})`} />
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
  tell: { readonly rate: (bytes: number) => string; readonly clock: (seconds: number) => string },
): uPlot.Options {
  const soft = (): string => colourOf('--soft');
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
        stroke: () => colourOf('--accent'),
        fill: () => colourOf('--accent-soft'),
        width: 2,
        points: { show: false },
      },
    ],
    axes: [
      {
        stroke: soft,
        grid: { show: false },
        ticks: { show: false },
        size: 26,
        space: 90,
        values: (_plot, ticks) => ticks.map(tell.clock),
      },
      {
        stroke: soft,
        grid: { stroke: () => colourOf('--rule'), width: 1 },
        ticks: { show: false },
        size: 70,
        space: 48,
        values: (_plot, ticks) => ticks.map((tick) => (tick === 0 ? '' : tell.rate(tick))),
      },
    ],
    hooks: { draw: [(plot) => drawTicks(plot, rates())] },
  };
}
