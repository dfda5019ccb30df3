import { sizeInWords, timeInWords } from '../../kit/amounts.ts';
import { escapeHtml } from './escape.ts';
import type { Moment, Rate, Story } from './story.ts';

/** The drawing's own units; it is stretched to the page, its text is beside it. */
const WIDTH = 1000;
const HEIGHT = 200;
/** More points than a screen has show nothing more. */
const MAX_POINTS = 400;
const MAX_MARKS = 40;
/** A longer gap without a line of progress is a silence, and drawn as one. */
const GAP_SECONDS = 15;
const MARKED: ReadonlySet<Moment['kind']> = new Set(['asked', 'link', 'stall', 'cause', 'remedy']);

/** The rate over time as a drawing that needs no script, with a mark for everything that mattered. */
export function chartOf({ rates, moments, seconds }: Story): string {
  const span = Math.max(1, seconds);
  const points = thinned(withGaps(rates), span);
  const top = niceTop(Math.max(1, ...points.map(({ bytesPerSecond }) => bytesPerSecond)));
  const x = (at: number): number => round((at / span) * WIDTH);
  const y = (rate: number): number => round(HEIGHT - (rate / top) * HEIGHT);
  const line = points.map((point) => `${x(point.seconds)},${y(point.bytesPerSecond)}`);
  const [first] = points;
  const last = points.at(-1);
  const area =
    first && last ? `M${x(first.seconds)},${HEIGHT} L${line.join(' L')} L${x(last.seconds)},${HEIGHT} Z` : '';
  const marks = moments.filter(({ kind }) => MARKED.has(kind)).slice(0, MAX_MARKS);
  return `<figure class="chart" role="img" aria-label="Rate over time, at most ${escapeHtml(sizeInWords(top))} a second">
<div class="plot"><span class="top">${escapeHtml(sizeInWords(top))}/s</span>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
<path class="grid" d="M0,${HEIGHT / 2} H${WIDTH}"/>
${area === '' ? '' : `<path class="area" d="${area}"/><polyline class="line" points="${line.join(' ')}"/>`}
${marks.map(({ kind, seconds: at }) => `<path class="mark ${kind}" d="M${x(at)},0 V${HEIGHT}"/>`).join('\n')}
</svg></div>
<div class="axis"><span>0</span><span>${escapeHtml(timeInWords(span / 2))}</span><span>${escapeHtml(timeInWords(span))}</span></div>
${legendOf(marks)}
</figure>`;
}

const LEGEND: Partial<Record<Moment['kind'], string>> = {
  asked: 'a person was asked',
  link: 'the connection broke or was back',
  stall: 'nothing moved',
  cause: 'the cause was named',
  remedy: 'something was tried',
};

function legendOf(marks: readonly Moment[]): string {
  const kinds = [...new Set(marks.map(({ kind }) => kind))];
  const items = kinds.map((kind) => `<li class="${kind}">${escapeHtml(LEGEND[kind] ?? kind)}</li>`);
  return items.length === 0 ? '' : `<ul class="legend">${items.join('')}</ul>`;
}

/** Where nothing was told for long, nothing arrived. */
function withGaps(rates: readonly Rate[]): Rate[] {
  return rates.flatMap((rate, index) => {
    const next = rates[index + 1];
    if (!next || next.seconds - rate.seconds < GAP_SECONDS) return [rate];
    return [
      rate,
      { seconds: rate.seconds + 1, bytesPerSecond: 0 },
      { seconds: next.seconds - 1, bytesPerSecond: 0 },
    ];
  });
}

/** The highest rate of each stretch. */
function thinned(rates: readonly Rate[], span: number): Rate[] {
  if (rates.length <= MAX_POINTS) return [...rates];
  const highest = new Map<number, Rate>();
  for (const rate of rates) {
    const stretch = Math.floor((rate.seconds / span) * MAX_POINTS);
    const known = highest.get(stretch);
    if (!known || rate.bytesPerSecond > known.bytesPerSecond) highest.set(stretch, rate);
  }
  return [...highest.values()];
}

/** 1, 2 or 5 with zeros: the next above. */
function niceTop(highest: number): number {
  const size = 10 ** Math.floor(Math.log10(highest));
  return ([1, 2, 5, 10].find((step) => step * size >= highest) ?? 10) * size;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
