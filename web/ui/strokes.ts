/** The field that a signature is drawn in, in the whole numbers of its strokes, however large it stands on the screen. */
export const FIELD = { width: 1000, height: 400 } as const;
export interface Point {
  x: number;
  y: number;
}
interface Box extends Point {
  width: number;
  height: number;
}

/** Where on the field a press is; beside it, at its edge. */
export function pointIn({ x, y, width, height }: Box, press: Point): Point {
  const part = (at: number, of: number, size: number) =>
    Math.round(Math.min(1, Math.max(0, of > 0 ? at / of : 0)) * size);
  return { x: part(press.x - x, width, FIELD.width), y: part(press.y - y, height, FIELD.height) };
}

/** Nearer ones make a stroke longer, not finer. */
const APART = 5;
export const isApart = (one: Point, other: Point): boolean => Math.hypot(one.x - other.x, one.y - other.y) >= APART;

/** A stroke as moves and lines of a path; a dot is a line to where it begins. */
export function strokeOf([first, ...rest]: readonly Point[]): string {
  if (!first) return '';
  const lines = rest.length > 0 ? rest : [first];
  return `M${first.x} ${first.y}${lines.map(({ x, y }) => ` L${x} ${y}`).join('')}`;
}
