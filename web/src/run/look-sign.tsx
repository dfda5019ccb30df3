import type { Look } from './look.ts';

/** A look as a shape: at the head of the line, and small beside the word. */
export function LookSign({ look, small = false }: { readonly look: Look; readonly small?: boolean }) {
  return (
    <svg
      className={small ? 'look-sign' : 'look-head'}
      viewBox={small ? '4 0 36 32' : '0 0 44 32'}
      width={small ? 25 : 44}
      height={small ? 22 : 32}
      aria-hidden="true"
    >
      <Shape look={look} />
    </svg>
  );
}

function Shape({ look }: { readonly look: Look }) {
  switch (look) {
    case 'moving':
      return (
        <>
          <circle className="head-disc" cx="22" cy="16" r="14" />
          <path
            className="head-mark"
            d="M15 9.500l6.500 6.500-6.500 6.500M22.500 9.500l6.500 6.500-6.500 6.500"
          />
        </>
      );
    case 'quiet':
      return (
        <>
          <circle className="head-breath" cx="22" cy="16" r="14" />
          <circle className="head-dot" cx="22" cy="16" r="6" />
        </>
      );
    case 'waiting':
      return (
        <>
          <rect className="head-hand" x="13.5" y="2.500" width="17" height="27" rx="4.5" />
          <circle className="head-touch" cx="22" cy="17" r="4" />
        </>
      );
    case 'stuck':
      return (
        <>
          <rect className="head-gap" x="9" y="2" width="26" height="28" />
          <path className="head-line" d="M3 16h10M31 16h10M20 8l-5 16M29 8l-5 16" />
        </>
      );
    case 'mending':
      return (
        <>
          <rect className="head-gap" x="9" y="2" width="26" height="28" />
          <path className="head-line" d="M4 16h6M34 16h6" />
          <path className="head-stitch" d="M10 16l4-9 8 18 8-18 4 9" />
        </>
      );
    case 'done':
      return (
        <>
          <circle className="head-disc" cx="22" cy="16" r="14" />
          <path className="head-mark" d="M15 16.500l5 5 9-11" />
        </>
      );
    case 'stopped':
      return <rect className="head-stop" x="13" y="7" width="18" height="18" rx="3" />;
  }
}
