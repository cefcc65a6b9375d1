import { Button } from 'antd';

interface Props {
  deed: string;
  /** What the row is of: whoever hears the button hears whose it is. */
  of: string;
  onClick: () => void;
}

/** What can be done about one row of a table. */
export const RowDeed = ({ deed, of, onClick }: Props) => (
  <Button type="link" size="small" onClick={onClick} aria-label={`${deed} ${of}`}>
    {deed}
  </Button>
);
