import type { ReactNode } from 'react';

/** Where its screen lies, and where a cable is plugged in from below. */
export const LAPTOP = {
  screen: { x: 180, y: 34, width: 132, height: 86 },
  foot: 146,
  ports: [206, 246, 286],
} as const;
/** The one most drawings use. */
export const MIDDLE_PORT = LAPTOP.ports[1];

/** A computer that is no brand’s: a screen, and ports on its near edge. `wanted`: the port to use, by its place. */
export function Laptop({
  wanted,
  children,
}: {
  readonly wanted?: number | undefined;
  readonly children?: ReactNode;
}) {
  const { screen, ports } = LAPTOP;
  return (
    <>
      <rect
        className="laptop-lid"
        x={screen.x - 7}
        y={screen.y - 7}
        width={screen.width + 14}
        height={screen.height + 14}
        rx={9}
      />
      <rect className="scene-paper" {...screen} rx={4} />
      {children}
      <path className="laptop-base" d="M164 127h164l6 14q1 5-5 5h-166q-6 0-5-5Z" />
      {ports.map((x) => (
        <rect
          key={x}
          className={x === wanted ? 'laptop-port wanted' : 'laptop-port'}
          x={x - 8}
          y={136}
          width={16}
          height={6}
          rx={2}
        />
      ))}
    </>
  );
}
