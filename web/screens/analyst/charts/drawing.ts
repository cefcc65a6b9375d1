import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendScrollComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([BarChart, HeatmapChart, LineChart, SVGRenderer]);
echarts.use([AriaComponent, GridComponent, LegendScrollComponent, TitleComponent, TooltipComponent]);
echarts.use([VisualMapContinuousComponent]);

/** Fetched when the first chart is drawn: nobody else carries the library. */
export const begin = (place: HTMLElement) => echarts.init(place, null, { renderer: 'svg' });
