import {
  type CSSProperties,
  type PointerEvent,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { fitOf, moved, type Point, STEP, transformOf, turned, type View, WHOLE, zoomed } from './zoom.ts';

interface Size {
  width: number;
  height: number;
}
export type Zooming = ReturnType<typeof useZoom>;

/** The picture of an id on its stage: larger and smaller by buttons, keys, wheel and two fingers, moved by one; turned. Another one is whole again. */
export function useZoom(id: string, told: Size) {
  const [shownId, setShownId] = useState(id);
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [picture, setPicture] = useState(told);
  const [view, setView] = useState<View>(WHOLE);
  if (shownId !== id) {
    setShownId(id);
    setView(WHOLE);
    setPicture(told);
  }
  const fingers = useRef(new Map<number, Point>());
  const framed = { stage: size, picture };
  const latest = useRef(framed);
  latest.current = framed;

  useEffect(() => {
    if (!stage) return;
    const measure = () => setSize({ width: stage.clientWidth, height: stage.clientHeight });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(stage);
    return () => watcher.disconnect();
  }, [stage]);

  const zoomBy = useCallback(
    (factor: number, at?: Point) => setView((now) => zoomed(now, factor, latest.current, at)),
    [],
  );
  const move = useCallback((by: Point) => setView((now) => moved(now, by, latest.current)), []);

  // React's own hearer may not keep the browser from making the whole page larger.
  useEffect(() => {
    if (!stage) return;
    const roll = (event: WheelEvent) => {
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? STEP : 1 / STEP, fromMiddle(stage, event));
    };
    stage.addEventListener('wheel', roll, { passive: false });
    return () => stage.removeEventListener('wheel', roll);
  }, [stage, zoomBy]);

  const drag = (event: PointerEvent<HTMLElement>) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const now = fromMiddle(event.currentTarget, event);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other) zoomBy(apart(now, other) / Math.max(1, apart(before, other)), between(now, other));
    else move({ x: now.x - before.x, y: now.y - before.y });
  };
  const lift = ({ pointerId }: PointerEvent<HTMLElement>) => void fingers.current.delete(pointerId);

  const style: CSSProperties = {
    ...picture,
    transform: transformOf(view, framed),
    // Before it is measured it would flash.
    visibility: size.width > 0 && picture.width > 0 ? 'visible' : 'hidden',
  };
  return {
    percent: Math.round(fitOf(framed, view.turns) * view.zoom * 100),
    style,
    move,
    larger: () => zoomBy(STEP),
    smaller: () => zoomBy(1 / STEP),
    whole: () => setView(({ turns }) => ({ ...WHOLE, turns })),
    turn: () => setView(turned),
    loaded: ({ currentTarget: { naturalWidth: width, naturalHeight: height } }: SyntheticEvent<HTMLImageElement>) =>
      setPicture({ width, height }),
    stage: {
      ref: setStage,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, fromMiddle(event.currentTarget, event));
      },
      onPointerMove: drag,
      onPointerUp: lift,
      onPointerCancel: lift,
    },
  };
}

function fromMiddle(stage: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
}
const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
