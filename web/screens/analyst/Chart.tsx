import { Button, Select } from 'antd';
import type { EChartsType } from 'echarts/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import type { AnswerToldFragment } from './analyst.generated.ts';
import type { Asked } from './asked.ts';
import { behindAddress } from './behind.ts';
import { heightOf, optionsOf } from './charts/options.ts';
import { chartOf, chartsOf, type Plot, type Point, plotOf } from './charts/plot.ts';
import { saveChart } from './charts/saving.ts';
import { numberText } from './numbers.ts';
import type { Measure, Shape } from './tableShape.ts';
import { useKeyNames } from './useKeyNames.ts';
import './charts/chart.css';

interface Props {
  shape: Shape;
  answer: Pick<AnswerToldFragment, 'asOf'>;
  measures: readonly Measure[];
  asked: Asked;
  search: string;
  title: string;
  onAsk: (asked: Asked) => void;
  onOpen: (path: string) => void;
}

/** The answer as a chart, beside the table that holds the same numbers. */
export function Chart({ shape, answer, measures, asked, search, title, onAsk, onOpen }: Props) {
  const { t } = useTranslation('analyst');
  const namesOf = useKeyNames(measures);
  const plot = useMemo(() => {
    const before = t(`before.${asked.compare ?? 'PREVIOUS'}`);
    return plotOf({ shape, measures, asked, names: (of, key) => namesOf(of, key).join(' '), before });
  }, [shape, measures, asked, namesOf, t]);
  const chart = useRef<EChartsType>(undefined);
  const { failed } = useMessages();
  const save = (kind: 'svg' | 'png') => {
    if (chart.current) saveChart(chart.current, kind, `${title} ${answer.asOf.slice(0, 10)}`).catch(failed);
  };
  const kind = chartOf(asked);
  return (
    <figure className="as-panel chart">
      <figcaption className="as-row chart-head">
        <strong>{title}</strong>
        <Select
          aria-label={t('chart.label')}
          value={kind}
          onChange={(wanted) => onAsk({ ...asked, chart: wanted })}
          options={chartsOf(asked).map((value) => ({ value, label: t(`chart.${value}`) }))}
          popupMatchSelectWidth={false}
        />
        {kind !== 'none' && (
          <>
            <Button onClick={() => save('svg')}>{t('chart.saveSvg')}</Button>
            <Button onClick={() => save('png')}>{t('chart.savePng')}</Button>
          </>
        )}
      </figcaption>
      {kind !== 'none' && (
        <Drawing
          plot={plot}
          title={title}
          chart={chart}
          onOpen={({ measure, row, column }) =>
            onOpen(behindAddress(search, { measure, row: row.codes, column: column.codes, part: 'NUMERATOR' }))
          }
        />
      )}
      {plot.cutTo !== undefined && <p className="table-note">{t('chart.first', { count: plot.cutTo })}</p>}
      {kind === 'tiles' && <p className="table-note">{t('chart.others')}</p>}
    </figure>
  );
}

interface DrawingProps {
  plot: Plot;
  title: string;
  chart: { current: EChartsType | undefined };
  onOpen: (point: Point) => void;
}
/** Drawn by a library that comes with the first chart. Arrows read it point by point; the same numbers stand in the table. */
function Drawing({ plot, title, chart, onOpen }: DrawingProps) {
  const { t } = useTranslation('analyst');
  const place = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>();
  const [read, setRead] = useState<Point>();
  const points = plot.series.flatMap(({ points: all, isBefore }) => (isBefore ? [] : all));
  const open = useRef(onOpen);
  open.current = onOpen;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again when somebody asks
  useEffect(() => {
    let isGone = false;
    const watcher = new ResizeObserver(() => chart.current?.resize());
    const start = async () => {
      const { begin } = await import('./charts/drawing.ts');
      if (isGone || !place.current) return;
      chart.current?.dispose();
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const { fontFamily } = getComputedStyle(place.current);
      chart.current = begin(place.current);
      chart.current.setOption(optionsOf(plot, { description: `${title}。${t('chart.hint')}` }, { rem, fontFamily }));
      chart.current.on('click', ({ data }) => {
        const { point } = data as unknown as { point: Point };
        if (point.value && !plot.series.some(({ isBefore, points: all }) => isBefore && all.includes(point)))
          open.current(point);
      });
      watcher.observe(place.current);
    };
    setError(undefined);
    start().catch(setError);
    return () => {
      isGone = true;
      watcher.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, [plot, title, attempt, chart, t]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = read ? points.indexOf(read) : -1;
    if (event.key === 'Enter' && read?.value) return onOpen(read);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return undefined;
    event.preventDefault();
    return setRead(points[Math.max(0, Math.min(points.length - 1, at + step))]);
  };
  if (error) return <PlainButton onClick={() => setAttempt((n) => n + 1)}>{t('chart.failed')}</PlainButton>;
  return (
    <>
      <div
        ref={place}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its points are read by arrow keys
        tabIndex={0}
        className="chart-place"
        onKeyDown={onKeyDown}
        style={{ height: `${heightOf(plot)}rem` }}
      />
      <output className="chart-read">
        {read && t('chart.at', { name: read.name, number: numberText(read.value, plot.unit) })}
      </output>
    </>
  );
}
