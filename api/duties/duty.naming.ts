import type { DutySubject } from '@lxq/schema/duties/duties.ts';
import { excerpt } from '@lxq/schema/texts/characters.ts';
import type DataLoader from 'dataloader';
import { Case } from '../cases/case.entity.ts';
import { caseById } from '../cases/case.loaders.ts';
import { caseNumber } from '../cases/case.number.ts';
import { Censure } from '../censures/censure.entity.ts';
import { censureNumber } from '../censures/censure.number.ts';
import { censureById } from '../censures/censure.read.ts';
import { Instruction } from '../instructions/instruction.entity.ts';
import { instructionById } from '../instructions/instruction.loaders.ts';
import { instructionNumber } from '../instructions/instruction.number.ts';
import { Order } from '../orders/order.entity.ts';
import { orderNumber } from '../orders/order.number.ts';
import { orderById } from '../orders/order.read.ts';
import type { Beside } from '../platform/lists/listing.ts';
import type { Scope } from '../platform/scope/scope.ts';

/** What has a number and a title of its own; a revisit is called as what is revisited. */
export type Matter = Exclude<DutySubject, 'REVISIT'>;
interface Naming {
  entity: Beside['listing']['entity'];
  byId: (scope: Scope) => DataLoader<string, object | null>;
  /** The columns that it is called by: since when it is there, what its title is, and where it is or which unit acts on it. */
  at: string;
  title: string;
  where: { place: string } | { unit: string };
  no: (at: Date, serial: number) => string;
}
/** How each noun is called in lists of other nouns. */
export const MATTERS: Record<Matter, Naming> = {
  INSTRUCTION: {
    ...{ entity: Instruction, byId: instructionById, no: instructionNumber },
    ...{ at: 'instructedAt', title: 'text', where: { unit: 'responsibleUnitCode' } },
  },
  CASE: {
    ...{ entity: Case, byId: caseById, no: caseNumber },
    ...{ at: 'openedAt', title: 'title', where: { place: 'placeCode' } },
  },
  CENSURE: {
    ...{ entity: Censure, byId: censureById, no: censureNumber },
    ...{ at: 'draftedAt', title: 'title', where: { unit: 'unitCode' } },
  },
  ORDER: {
    ...{ entity: Order, byId: orderById, no: orderNumber },
    ...{ at: 'draftedAt', title: 'title', where: { unit: 'unitCode' } },
  },
};

const TITLE = 200;
/** A leader's words may be long, and units have their beginning only. */
export const cut = (text: string) => excerpt(text, TITLE);
