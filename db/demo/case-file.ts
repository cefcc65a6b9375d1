import type { Guarantees } from '@lxq/schema/cases/case-draft.ts';
import type { CaseFacts, CaseState } from '@lxq/schema/cases/case-states.ts';
import type { CaseGrade, CasePurpose, CaseRoute, NoticeForm } from '@lxq/schema/cases/case-words.ts';
import type { SignsAs } from '@lxq/schema/results/signs-as.ts';
import type { Attempt, Rating, RevisitKind, RevisitMethod, RevisitState } from '@lxq/schema/revisits/revisit-states.ts';
import type { CaseStep, Story } from './case-stories.ts';
import type { Matters } from './case-subjects.ts';
import type { OwedOf } from './deadline-rows.ts';
import type { Desk } from './desk.ts';
import type { Post } from './people.ts';
import type { Random } from './random.ts';
import type { Moving } from './way.ts';
import type { Written } from './written.ts';

export interface CaseDesk extends Desk {
  /** Of units that may act, by code. */
  names: ReadonlyMap<number, string>;
  /** The next number of a dispatch notice. */
  notices: (at: number) => string;
}

/** A case as it was opened, with all that is to happen to it and when. */
export interface Opened {
  id: string;
  clientId: string;
  story: Story;
  subject: Matters;
  openedBy: Post;
  openedAt: number;
  receivedOn: string;
  purpose: CasePurpose;
  isFirst: boolean;
  concerns: readonly number[];
  /** Main unit, co-units, and whom an objection leads it to. */
  unit: number;
  coUnits: readonly number[];
  otherUnit: number;
  steps: readonly { step: CaseStep; at: number }[];
  /** Nothing is owed on it any more. */
  isOver: boolean;
  random: Random;
}

/** What deeds leave on its row. */
export type Left = Omit<Partial<CaseFacts>, 'now' | 'state'> & {
  route?: CaseRoute | null;
  decidedTo?: string | null;
  decidedReason?: string | null;
  notice?: NoticeForm;
  isLegalAidOffered?: boolean;
  decidedAt?: Date;
  isOnTheSpot?: boolean;
  grade?: CaseGrade;
  filedAt?: Date;
  outsiders?: readonly string[];
  sponsor?: Post;
  coLeaders?: readonly string[];
  sectionHead?: string;
  handler?: string;
  resolveBy?: string;
  consolidation?: number;
  guarantees?: Guarantees;
  noticeNo?: string;
  assignedAt?: Date;
  teamLead?: string;
  team?: readonly string[];
  plan?: string;
  draftedAt?: Date;
  round?: number;
  reworks?: number;
  reopenings?: number;
  dueOn?: string | null;
  answer?: string | null;
};

/** What somebody owes or owed. */
export type Debt = OwedOf & { droppedAt: number | null };
export const isOwed = ({ metAt, droppedAt }: Debt): boolean => !metAt && !droppedAt;

/** A moment of a case, and whose deed it is. */
export interface Struck {
  at: number;
  actor: Post;
  office: number;
}

/** 回访 */
export interface Visit extends Moving<RevisitState> {
  id: string;
  kind: RevisitKind;
  round: number;
  unitCode: number;
  scheduledAt: number;
  barredUnitCodes: readonly number[];
  attempts: readonly Attempt[];
  method?: RevisitMethod;
  told?: string;
  opinion?: string;
  isSolved?: boolean | null;
  rating?: Rating | null;
  reason?: string;
  doneBy?: Post;
  doneAt?: number;
  gaveUpById?: string;
  confirmedById?: string;
}

/** A hand under a closing. */
export interface Hand {
  id: string;
  round: number;
  signsAs: SignsAs;
  by: Post;
  hash: string;
  at: number;
}

/** 案卷: the case with all that has come of it. */
export interface CaseFile extends Moving<CaseState>, Opened {
  left: Left &
    Pick<CaseFacts, 'purpose' | 'concernsUnitCodes' | 'coUnitCodes' | 'transfers' | 'isDesignated'> &
    Required<Pick<Left, 'round' | 'reworks' | 'reopenings'>>;
  results: Written[];
  visits: Visit[];
  hands: Hand[];
  debts: Debt[];
  coSigned: { by: Post; at: number } | null;
}
