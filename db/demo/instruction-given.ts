import type { Leader } from './county-office.ts';
import type { Item } from './issue-items.ts';
import type { Issue } from './issues.ts';

/** 批示, as its leader gave it. */
export interface Given {
  id: string;
  clientId: string;
  issue: Issue;
  item: Item;
  leader: Leader;
  text: string;
  unitCode: number;
  dueOn: string;
  at: number;
}
