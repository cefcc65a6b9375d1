/** A row of the table place. */
export interface PlaceRow {
  county_code: number;
  code: number;
  name: string;
  full_name: string;
  level: string;
  parent_code: number | null;
  pinyin: string;
  initials: string;
  valid_from: string;
  valid_to: string | null;
}
