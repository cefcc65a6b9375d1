import type { ReactNode } from 'react';
import './tiles.css';

export interface Tile<Value extends string> {
  value: Value;
  name: string;
  hint?: string;
}

interface Props<Value extends string> {
  group: string;
  label: ReactNode;
  isLabelHidden?: boolean;
  tiles: readonly Tile<Value>[];
  chosen: Value | null;
  onChoose: (value: Value) => void;
  columns?: 1 | 2 | 'topics';
}

/** A choice of one, as tiles big enough for a thumb; native radio buttons beneath, so keys and readers work. */
export function Tiles<Value extends string>(props: Props<Value>) {
  return (
    <fieldset className={`as-list tiles tiles-${props.columns ?? 1}`}>
      <legend className={props.isLabelHidden ? 'sr-only' : ''}>{props.label}</legend>
      {props.tiles.map(({ value, name, hint }) => (
        <label key={value} className={value === props.chosen ? 'tile is-chosen' : 'tile'}>
          <input
            type="radio"
            name={props.group}
            value={value}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          <span className="tile-name">{name}</span>
          {hint && <span className="tile-hint">{hint}</span>}
        </label>
      ))}
    </fieldset>
  );
}
