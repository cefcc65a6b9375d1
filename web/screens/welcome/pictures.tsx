import type { ReactNode } from 'react';

/** Drawn in the colours of the screen, so that they hold by day and by night; no letters, so that they hold in every language. */
const line = (y: number, width: number, x = 76) => (
  <rect x={x} y={y} width={width} height="6" rx="3" className="soft" />
);
const card = (y: number, height: number) => <rect x="66" y={y} width="108" height={height} rx="8" className="card" />;
const button = (y: number) => <rect x="76" y={y} width="88" height="20" rx="10" className="fill" />;

const IN_PHONE = {
  write: (
    <>
      <path d="M76 34h24M108 34h24M140 34h24" className="track" />
      <path d="M76 34h24" className="mark" />
      {card(48, 64)}
      {line(60, 70)}
      {line(74, 86)}
      {line(88, 52)}
      {button(126)}
    </>
  ),
  kept: (
    <>
      <path d="M92 54a40 40 0 0 1 56 0M104 68a22 22 0 0 1 32 0M120 80v1" className="ink" />
      <path d="M96 40l48 46" className="mark" />
      {card(100, 46)}
      <circle cx="88" cy="123" r="11" className="good" />
      <path d="M83 123l4 4 7-8" className="on-fill" />
      {line(114, 54, 108)}
      {line(128, 36, 108)}
    </>
  ),
  answered: (
    <>
      <path d="M84 44v88" className="track" />
      <circle cx="84" cy="44" r="7" className="fill" />
      <circle cx="84" cy="88" r="7" className="dot" />
      <circle cx="84" cy="132" r="7" className="dot" />
      {line(41, 60, 102)}
      {line(85, 46, 102)}
      {line(129, 54, 102)}
    </>
  ),
  alert: (
    <>
      <path d="M120 34c-12 0-18 9-18 20v12l-7 9h50l-7-9V54c0-11-6-20-18-20zM114 82c1 6 11 6 12 0" className="mark" />
      {card(98, 48)}
      <rect x="66" y="98" width="6" height="48" rx="3" className="fill" />
      {line(110, 80, 82)}
      {line(126, 50, 82)}
    </>
  ),
  instruct: (
    <>
      {card(34, 54)}
      {line(46, 80)}
      {line(60, 64)}
      <rect x="76" y="98" width="40" height="18" rx="9" className="card" />
      <rect x="124" y="98" width="40" height="18" rx="9" className="card" />
      {button(128)}
    </>
  ),
  digest: (
    <>
      <rect x="70" y="30" width="100" height="120" rx="4" className="card" />
      <path d="M86 46h68" className="mark" />
      {line(60, 84, 78)}
      {line(74, 84, 78)}
      {line(88, 60, 78)}
      {line(110, 84, 78)}
      {line(124, 70, 78)}
    </>
  ),
} satisfies Record<string, ReactNode>;
export type PictureName = keyof typeof IN_PHONE;

export function Picture({ name }: { name: PictureName }) {
  return (
    <svg className="welcome-picture" viewBox="40 0 160 180" aria-hidden="true">
      <rect x="56" y="6" width="128" height="168" rx="16" className="phone-edge" />
      {IN_PHONE[name]}
    </svg>
  );
}
