import type uPlot from 'uplot';
import type { Rates, TickKind } from './rates.ts';

/** How the moments that mattered look on the chart: kinds differ by their shape, not by colour alone. In a field of 12 × 12. */
export const TICKS: Readonly<Record<TickKind, { readonly shape: string; readonly colour: string }>> = {
  link: { shape: 'M3 1L6 4L9 1L11 3L8 6L11 9L9 11L6 8L3 11L1 9L4 6L1 3Z', colour: '--soft' },
  stall: { shape: 'M1 1H5V11H1ZM7 1H11V11H7Z', colour: '--soft' },
  asked: { shape: 'M6 0.500A5.500 5.500 0 1 1 5.990 0.500Z', colour: '--you-fill' },
  remedy: { shape: 'M6 0L12 6L6 12L0 6Z', colour: '--accent' },
  cause: { shape: 'M6 0.500L12 11.500H0Z', colour: '--ink' },
};

/** How wide a shape is, with a little room. */
const WIDTH = 13;

/** Draws each as a thin line with its shape at the top; those of one moment stand side by side. */
export function drawTicks(plot: uPlot, { ticks }: Rates): void {
  const { ctx, bbox } = plot;
  const size = devicePixelRatio;
  let free = 0;
  for (const { second, kind } of ticks) {
    const x = Math.round(plot.valToPos(second, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const { shape, colour } = TICKS[kind];
    ctx.save();
    ctx.strokeStyle = colourOf(colour);
    ctx.fillStyle = colourOf(colour);
    ctx.lineWidth = 1.5 * size;
    ctx.setLineDash([3 * size, 3 * size]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top + 10 * size);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const at = Math.max(x, free);
    free = at + WIDTH * size;
    ctx.translate(at - 6 * size, bbox.top - 3 * size);
    ctx.scale(size, size);
    ctx.fill(new Path2D(shape));
    ctx.restore();
  }
}

/** A canvas knows no variables of the style sheet. */
export function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
