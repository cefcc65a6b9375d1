import type { EChartsCoreOption } from 'echarts/core';
import { numberText } from '../numbers.ts';
import { type Plot, type Point, type Series, tilesOf } from './plot.ts';

const INK = '#1d2129';
const QUIET = '#5d6472';
const RULE = '#e3e5e9';
const COLOURS = ['#a8201a', '#1d5fbf', '#1c7a3d', '#9a5b00', '#6b4fa3', '#4a5160'];
/** Of what was before: never told from the present by its colour alone, its pattern and its name differ too. */
const BEFORE = '#9aa1ad';
/** Dark enough to see, light enough to read on. */
const HEAT = ['#fdf3f2', '#e9a09a'];

interface Item extends Pick<Point, 'name'> {
  value: number | (number | null)[] | null;
  point: Point;
}
const item = (point: Point, value: Item['value'] = point.value): Item => ({ name: point.name, value, point });

/** What a chart says of itself beside its marks. */
interface Words {
  description: string;
}
/** Of the page: ECharts knows pixels only, and measures what it writes. */
interface Letters {
  rem: number;
  fontFamily: string;
}
/** A plot as ECharts draws it. */
export function optionsOf(plot: Plot, { description }: Words, { rem, fontFamily }: Letters): EChartsCoreOption {
  const text = { color: INK, fontSize: 0.8125 * rem, fontFamily };
  return {
    animation: false,
    color: COLOURS,
    textStyle: text,
    aria: { enabled: true, label: { description }, decal: { show: plot.kind === 'bars' } },
    tooltip: { confine: true, formatter: ({ data }: { data: Item }) => `${data.name}：${read(plot, data.point)}` },
    ...partOf(plot, text),
  };
}
const read = ({ unit }: Plot, { value }: Point) => numberText(value, unit);

type Text = { fontSize: number; color: string; fontFamily: string };
function partOf(plot: Plot, text: Text): EChartsCoreOption {
  switch (plot.kind) {
    case 'heat':
      return heat(plot, text);
    case 'multiples':
      return multiples(plot, text);
    case 'tiles':
      return tiles(plot, text);
    case 'line':
      return { ...axes(plot, text), series: plot.series.map((each, i) => line(each, i)) };
    default:
      return { ...axes(plot, text, true), series: plot.series.map(bar) };
  }
}

const category = (data: string[], { fontSize, fontFamily }: Text) => ({
  ...{ type: 'category', data, axisTick: { show: false }, axisLine: { lineStyle: { color: RULE } } },
  axisLabel: { color: INK, fontSize, fontFamily, hideOverlap: true },
});
const amount = ({ unit }: Plot, { fontSize }: Text) => ({
  ...{ type: 'value', splitLine: { lineStyle: { color: RULE } } },
  axisLabel: { color: QUIET, fontSize, formatter: (value: number) => numberText(value, unit) },
});
const GRID = { left: 8, right: 16, bottom: 8, containLabel: true };

function axes(plot: Plot, text: Text, isLying = false): EChartsCoreOption {
  const names = category(plot.x, text);
  const numbers = amount(plot, text);
  const legend = plot.series.length > 1 && { legend: { type: 'scroll', top: 0, textStyle: text } };
  return {
    ...legend,
    grid: { ...GRID, top: legend ? 2.4 * text.fontSize : 8 },
    ...(isLying ? { xAxis: numbers, yAxis: { ...names, inverse: true } } : { xAxis: names, yAxis: numbers }),
  };
}
const bar = ({ name, points, isBefore }: Series) => ({
  ...{ type: 'bar', name, data: points.map((point) => item(point)), barMaxWidth: 18 },
  ...(isBefore && { itemStyle: { color: BEFORE } }),
});
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
const DASHES = ['solid', 'dashed', 'dotted'];
const line = ({ name, points, isBefore }: Series, i: number) => ({
  ...{ type: 'line', name, data: points.map((point) => item(point)), connectNulls: false },
  ...{ symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 8 },
  lineStyle: { type: DASHES[i % DASHES.length], ...(isBefore && { color: BEFORE }) },
  ...(isBefore && { itemStyle: { color: BEFORE } }),
});

/** The number stands on every mark. */
const written = (plot: Plot, text: Text, isNamed = false) => ({
  ...{ show: true, color: INK, fontSize: text.fontSize * 0.9 },
  formatter: ({ data }: { data: Item }) => `${isNamed ? `${data.name}\n` : ''}${read(plot, data.point)}`,
});
const shades = (points: readonly Point[]) => ({
  visualMap: {
    ...{ show: false, min: 0, max: Math.max(1, ...points.map(({ value }) => value ?? 0)) },
    inRange: { color: HEAT },
  },
});

function heat(plot: Plot, text: Text): EChartsCoreOption {
  const data = plot.series.flatMap(({ points }, y) => points.map((point, x) => item(point, [x, y, point.value])));
  const y = {
    ...category(
      plot.series.map(({ name }) => name),
      text,
    ),
    inverse: true,
  };
  return {
    ...shades(data.map(({ point }) => point)),
    grid: { ...GRID, top: 4 },
    ...{ xAxis: { ...category(plot.x, text), position: 'top' }, yAxis: y },
    series: [
      { type: 'heatmap', data, label: written(plot, text), itemStyle: { borderColor: '#ffffff', borderWidth: 1 } },
    ],
  };
}

function tiles(plot: Plot, text: Text): EChartsCoreOption {
  const laid = tilesOf(plot.series[0]?.points ?? [], ({ row }) => row.codes[0] ?? '');
  const span = (place: 'x' | 'y') => ({
    ...{ type: 'category', show: false, inverse: place === 'y' },
    data: Array.from({ length: Math.max(0, ...laid.map((each) => each[place])) + 1 }, (_, i) => String(i)),
  });
  return {
    ...shades(laid.map(({ one }) => one)),
    grid: { left: 4, right: 4, top: 4, bottom: 4 },
    ...{ xAxis: span('x'), yAxis: span('y') },
    series: [
      {
        ...{ type: 'heatmap', data: laid.map(({ one, x, y }) => item(one, [x, y, one.value])) },
        label: { ...written(plot, text, true), lineHeight: text.fontSize * 1.3 },
        itemStyle: { borderColor: '#ffffff', borderWidth: 3 },
      },
    ],
  };
}

const ACROSS = 3;
/** One small chart a row of the table, all on the same scale. */
function multiples(plot: Plot, text: Text): EChartsCoreOption {
  const most = Math.max(1, ...plot.series.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
  const high = 100 / Math.ceil(plot.series.length / ACROSS);
  const left = (i: number) => `${((i % ACROSS) * 100) / ACROSS + 1}%`;
  const top = (i: number, part: number) => `${(Math.floor(i / ACROSS) + part) * high}%`;
  const each = <T>(one: (i: number) => T) => plot.series.map((_, i) => one(i));
  return {
    title: plot.series.map(({ name }, i) => ({
      ...{ text: name, left: left(i), top: top(i, 0.04), padding: 0, textStyle: { ...text, fontWeight: 500 } },
    })),
    grid: each((i) => ({ left: left(i), top: top(i, 0.24), width: `${100 / ACROSS - 3}%`, height: `${high * 0.56}%` })),
    xAxis: each((gridIndex) => ({ ...category(plot.x, text), gridIndex })),
    yAxis: each((gridIndex) => ({ ...amount(plot, text), gridIndex, max: most, show: false })),
    series: plot.series.map((one, i) => ({ ...bar(one), xAxisIndex: i, yAxisIndex: i, color: COLOURS[0] })),
  };
}

/** How high a chart is, in letters. */
export function heightOf({ kind, x, series }: Plot): number {
  if (kind === 'heat') return 3 + series.length * 1.75;
  if (kind === 'multiples') return Math.ceil(series.length / ACROSS) * 9;
  if (kind === 'bars') return 4 + x.length * Math.max(1.5, series.length * 1.05);
  return 20;
}
