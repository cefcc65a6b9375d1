import { LIMITS } from '@lxq/schema/limits.ts';
import { Button, Form } from 'antd';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELD, isApart, type Point, pointIn, strokeOf } from '../strokes.ts';
import '../drawing.css';
import './signature-pad.css';

const { drawing: LENGTH } = LIMITS.result;

interface Props {
  label: string;
  /** Who cannot draw chooses otherwise: what, and where. */
  otherwise: string;
  /** The strokes as a path of whole numbers, from 0 to 9999. */
  value: string;
  onChange: (strokes: string) => void;
}

/** A signature drawn by finger, pen or mouse; the page stands still meanwhile. Each stroke is kept once it is drawn, as long as there is room for it. */
export function SignaturePad({ label, otherwise, value, onChange }: Props) {
  const { t } = useTranslation('ui');
  const { stroke, isFull, ...pen } = usePen(value, onChange);
  const state = isFull ? 'full' : value.length >= LENGTH.min ? 'drawn' : 'empty';
  return (
    <Form.Item label={label} extra={otherwise} required>
      <svg
        className="drawing signature-pad"
        viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}：${t(`signature.${state}`)}`}
        {...pen}
      >
        <path className="signature-line" d={`M60 ${FIELD.height - 70} L${FIELD.width - 60} ${FIELD.height - 70}`} />
        <path d={`${value}${strokeOf(stroke)}`} />
      </svg>
      <div className="as-row signature-foot">
        <output>{t(`signature.${state}`)}</output>
        <Button disabled={value === ''} onClick={() => onChange('')}>
          {t('signature.clear')}
        </Button>
      </div>
    </Form.Item>
  );
}

/** One stroke at a time, by the pointer that has begun it: a palm beside a pen draws nothing. */
function usePen(value: string, onChange: (strokes: string) => void) {
  const [stroke, setStroke] = useState<readonly Point[]>([]);
  const pointer = useRef<number>(undefined);
  const points = useRef<Point[]>([]);
  const whole = () => `${value}${strokeOf(points.current)}`;
  const show = () => setStroke([...points.current]);
  const end = () => {
    pointer.current = undefined;
    if (points.current.length > 0 && whole().length <= LENGTH.max) onChange(whole());
    points.current = [];
    show();
  };
  return {
    stroke,
    isFull: value.length > LENGTH.max - 100,
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (pointer.current !== undefined || event.button !== 0) return;
      event.preventDefault(); // no text is selected meanwhile
      event.currentTarget.setPointerCapture(event.pointerId);
      pointer.current = event.pointerId;
      points.current = [pointIn(event.currentTarget.getBoundingClientRect(), at(event))];
      show();
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (event.pointerId !== pointer.current) return;
      const point = pointIn(event.currentTarget.getBoundingClientRect(), at(event));
      const last = points.current.at(-1);
      if (last && !isApart(last, point)) return;
      if (whole().length > LENGTH.max - 12) return; // room for one more point
      points.current.push(point);
      show();
    },
    onPointerUp: (event: PointerEvent) => event.pointerId === pointer.current && end(),
    onPointerCancel: (event: PointerEvent) => event.pointerId === pointer.current && end(),
  };
}
const at = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });
