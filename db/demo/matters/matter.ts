/** A kind of matter that villagers speak of, as sentence frames (see frames.ts) that make many texts. */
export interface Matter {
  topic: string;
  /** What an item of the digest says of it. */
  title: string;
  /** How often, compared with others. */
  weight: number;
  /** How many households it concerns: a few, a group's, a whole village's. */
  scale: 'FEW' | 'GROUP' | 'VILLAGE';
  /** Months in which it comes up; left out: all year. */
  months?: readonly number[];
  /** How likely it is urgent. */
  urgent?: number;
  /** Whose matter it is: of villages, of town wards, of both when left out, or of offices and enterprises. */
  at?: 'VILLAGE' | 'WARD' | 'DEPARTMENT' | 'ENTERPRISE';
  /** The department that has to see to it. */
  department: string;
  facts: readonly string[];
  /** Figures before a colon say which of the facts it fits; without them it fits all. */
  effects: readonly string[];
  wishes: readonly string[];
  /** How it was answered, with figures as above; empty for information that asks for nothing. */
  answers: readonly string[];
}

export const SPRING = [3, 4, 5] as const;
export const SUMMER = [6, 7, 8] as const;
export const GROWING = [3, 4, 5, 6, 7, 8, 9] as const;
export const AUTUMN = [9, 10, 11] as const;
export const COLD = [11, 12, 1, 2, 3] as const;
