import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Result } from '../results.js';
import { ratioRows } from './ratio-rows.js';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

/** Read on light and on dark paper alike. */
const [OURS, THEIRS, INK, LINE] = ['#4A6FD0', '#9AA0AA', '#7A808A', '#9AA0AA55'];
const FONT = 'Pretendard Variable, Pretendard, system-ui, sans-serif';
const short = (value: number): string => (value >= 1e6 ? `${value / 1e6}M` : value >= 10_000 ? `${Math.round(value / 1000)}k` : value >= 100 ? String(Math.round(value)) : String(value));

const svg = (height: number, option: EChartsCoreOption): string => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 760, height });
  chart.setOption({ animation: false, backgroundColor: 'transparent', textStyle: { fontFamily: FONT, color: INK }, ...option });
  const text = chart.renderToSVGString();
  chart.dispose();
  // The library numbers its charts; the page must not change with how many it drew before.
  return `${text.replaceAll(/zr\d+/g, 'zr')}\n`;
};

const title = (text: string) => ({ text, left: 0, textStyle: { fontSize: 13, fontWeight: 600, color: INK } });
const label = (position: string) => ({ show: true, position, color: INK, formatter: ({ value }: { value: unknown }) => short(Number(value)) });
const legend = { right: 8, top: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: INK } };
const quiet = { axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false }, axisLabel: { color: INK }, splitLine: { lineStyle: { color: LINE } } };

type Rates = Readonly<Record<string, { readonly eventsPerSecond: number } | null>>;
const NAMES: readonly (readonly [key: string, name: string, color: string])[] = [['onmaru', 'Onmaru', OURS], ['limit', 'pgbench INSERT', THEIRS], ['castore', 'Castore', '#B4B9C1'], ['emmett', 'Emmett', '#CDD1D7']];

const appends = ({ absolute }: Result): string => {
  const levels = Object.entries(absolute as Readonly<Record<string, Rates>>);
  const series = NAMES.map(([key, name, color]) => ({
    name,
    type: 'bar',
    data: levels.map(([, rates]) => rates[key]?.eventsPerSecond ?? null),
    itemStyle: { color },
    label: { ...label('top'), fontSize: 10 },
    barGap: '8%',
  }));
  return svg(300, {
    title: title('Events appended per second, by number of callers'),
    legend,
    grid: { left: 48, right: 8, top: 48, bottom: 28 },
    xAxis: { type: 'category', data: levels.map(([level]) => level.slice(1)), ...quiet },
    yAxis: { type: 'value', ...quiet, axisLabel: { color: INK, formatter: short } },
    series,
  });
};

const growth = ({ absolute }: Result): string => {
  const sizes = Object.entries(absolute).filter(([events]) => /^\d+$/.test(events)) as [string, Readonly<Record<'onmaru' | 'decoded' | 'psql', number | null>>][];
  const line = (key: 'onmaru' | 'decoded' | 'psql', name: string, color: string) => ({
    name,
    type: 'line',
    data: sizes.map(([, rates]) => rates[key]),
    itemStyle: { color },
    lineStyle: { color, type: key === 'decoded' ? 'dashed' : 'solid' },
    label: label('top'),
  });
  return svg(280, {
    title: title('Events read per second, by events in the log'),
    legend,
    grid: { left: 56, right: 24, top: 48, bottom: 28 },
    xAxis: { type: 'category', data: sizes.map(([events]) => short(Number(events))), ...quiet },
    yAxis: { type: 'value', min: 0, ...quiet, axisLabel: { color: INK, formatter: short } },
    series: [line('psql', 'psql COPY', THEIRS), line('onmaru', 'Onmaru', OURS), line('decoded', 'Onmaru decoded', OURS)],
  });
};

const limits = (results: readonly Result[]): string => {
  const rows = ratioRows(results).filter(({ ratio, value }) => /^vsLimit(@|$)/.test(ratio) && value !== null).reverse();
  return svg(60 + rows.length * 26, {
    title: title('Ours over the limit of the machine; the line is 1'),
    grid: { left: 210, right: 48, top: 36, bottom: 24 },
    xAxis: { type: 'value', min: 0, ...quiet },
    yAxis: { type: 'category', data: rows.map(({ bench, ratio }) => `${bench} ${ratio.replace('vsLimit', '').replace('@', 'at ')}`.trim()), ...quiet, splitLine: { show: false } },
    series: [{ type: 'bar', data: rows.map(({ value }) => value), itemStyle: { color: OURS }, label: label('right'), barWidth: 12, markLine: { symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: INK }, data: [{ xAxis: 1 }] } }],
  });
};

/** File name → SVG, of the benches that ran. */
export const plots = (results: readonly Result[]): Readonly<Record<string, string>> => {
  const of = (name: string): Result | undefined => results.find(({ bench }) => bench === name);
  const [single, all] = [of('append-single'), of('read-all')];
  return {
    ...(results.length > 0 && { 'bench-limits.svg': limits(results) }),
    ...(single && { 'bench-appends.svg': appends(single) }),
    ...(all && { 'bench-growth.svg': growth(all) }),
  };
};
