import type { MarkerColour } from '@lxq/schema/desks/marker-draft.ts';
import { Tag } from 'antd';
import type { MarkerWordFragment } from './desks.generated.ts';

const COLOURS: Record<MarkerColour, string> = {
  ...{ RED: 'red', ORANGE: 'orange', GREEN: 'green', BLUE: 'blue', PURPLE: 'purple', GREY: 'default' },
};

/** The word says it; its colour helps to find it again. */
export const MarkerTag = ({ marker: { word, colour } }: { marker: MarkerWordFragment }) => (
  <Tag color={COLOURS[colour]} className="report-tag">
    {word}
  </Tag>
);
