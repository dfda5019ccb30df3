import './drawings.css';
import { LAPTOP, Laptop } from './laptop.tsx';

/** What is done on the computer itself: a window on its screen, with the switch to turn. */
export function WindowDrawing({ caption }: { readonly caption: string }) {
  const { x, y } = LAPTOP.screen;
  return (
    <svg className="cable-drawing" viewBox="146 14 200 148" role="img" aria-label={caption}>
      <Laptop>
        <rect className="scene-sheet" x={x + 14} y={y + 11} width={104} height={64} rx={6} />
        <path className="scene-thin" d={`M${x + 14} ${y + 24}h104`} />
        {[22, 29, 36].map((dot) => (
          <circle key={dot} className="window-dot" cx={x + dot} cy={y + 17.5} r={2} />
        ))}
        <path className="scene-soft" d={`M${x + 24} ${y + 37}h40M${x + 24} ${y + 62}h30`} />
        <rect className="window-off" x={x + 90} y={y + 56} width={20} height={12} rx={6} />
        <rect className="window-switch" x={x + 86} y={y + 30} width={24} height={14} rx={7} />
        <circle className="window-knob" cx={x + 103} cy={y + 37} r={5} />
        <circle className="spot-wave" cx={x + 98} cy={y + 37} r={15} />
      </Laptop>
    </svg>
  );
}
