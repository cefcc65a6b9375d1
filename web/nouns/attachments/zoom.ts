interface Size {
  width: number;
  height: number;
}
/** From the middle of the stage, in pixels of the screen. */
export interface Point {
  x: number;
  y: number;
}
/** What a picture is shown in, and how large it is itself. */
export interface Framed {
  stage: Size;
  picture: Size;
}
/** How a picture is looked at: how many times as large as the whole, where its middle is, how often it was turned right. */
export interface View extends Point {
  zoom: number;
  turns: number;
}

export const WHOLE: View = { zoom: 1, x: 0, y: 0, turns: 0 };
export const STEP = 1.5;
const MOST = 8;

const clamped = (value: number, most: number) => Math.min(Math.max(value, -most), most);
const turnedSize = ({ width, height }: Size, turns: number): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width };

/** By how much a picture is drawn smaller so that the whole is seen; a small one is not blown up. */
export function fitOf({ stage, picture }: Framed, turns: number): number {
  const { width, height } = turnedSize(picture, turns);
  return width > 0 && height > 0 ? Math.min(1, stage.width / width, stage.height / height) : 1;
}

/** No edge of a picture is drawn into the stage as long as the picture is larger; what is smaller stays in the middle. */
function within(view: View, framed: Framed): View {
  const { width, height } = turnedSize(framed.picture, view.turns);
  const scale = fitOf(framed, view.turns) * view.zoom;
  const room = (shown: number, stage: number) => Math.max(0, (shown - stage) / 2);
  const x = clamped(view.x, room(width * scale, framed.stage.width));
  const y = clamped(view.y, room(height * scale, framed.stage.height));
  return { ...view, x, y };
}

const MIDDLE: Point = { x: 0, y: 0 };
/** Larger or smaller, about a place that stays where it is. */
export function zoomed(view: View, factor: number, framed: Framed, at: Point = MIDDLE): View {
  const zoom = Math.min(Math.max(view.zoom * factor, 1), MOST);
  const by = zoom / view.zoom;
  return within({ ...view, zoom, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, framed);
}

export const moved = (view: View, by: Point, framed: Framed): View =>
  within({ ...view, x: view.x + by.x, y: view.y + by.y }, framed);

/** To the right; the whole of it is seen again. */
export const turned = ({ turns }: View): View => ({ ...WHOLE, turns: (turns + 1) % 4 });

export const transformOf = ({ zoom, x, y, turns }: View, framed: Framed): string =>
  `translate(-50%, -50%) translate(${x}px, ${y}px) scale(${fitOf(framed, turns) * zoom}) rotate(${turns * 90}deg)`;
