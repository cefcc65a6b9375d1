import { REPORT_MACHINE, type ReportDeed, type ReportState } from '@lxq/schema/reports/report-states.ts';
import type { Role } from '@lxq/schema/roles.ts';
import type { Draft } from './draft.ts';
import type { Post } from './people.ts';

/** One line of a timeline. */
export interface Step {
  at: number;
  deed: string;
  from: string | null;
  to: string | null;
  actor: Post;
  role: Role;
  note: string | null;
}

/** A report with all that has happened to it. */
export interface Dossier {
  id: string;
  serial: number;
  draft: Draft;
  state: ReportState;
  submittedAt: number;
  occurredAt: number;
  dueAt: number;
  handledAt: number | null;
  urgentAt: number | null;
  returnReason: string | null;
  answer: string | null;
  answeredAt: number | null;
  /** When the villager was told, or why nobody could be. */
  toldAt: number | null;
  untoldReason: string | null;
  /** What was done about an urgent one. */
  plan: { text: string; unitCode: number; plannedAt: number; dueAt: number } | null;
  /** When an issue went out that tells of it. */
  digestedAt: number | null;
  master: Dossier | null;
  /** Who handles it. */
  clerk: Post;
  steps: Step[];
}

/** A step of its handling, where the report's machine has it lead; it begins by being submitted. */
export function done(
  dossier: Dossier,
  at: number,
  deed: ReportDeed | 'submit',
  actor: Post,
  note: string | null = null,
): void {
  const from = deed === 'submit' ? null : dossier.state;
  const to = deed === 'submit' ? (dossier.draft.isUrgent ? 'URGENT' : 'SUBMITTED') : REPORT_MACHINE[deed].to;
  dossier.steps.push({ at, deed, from, to, actor, role: actor.role, note });
  dossier.state = to;
}

export const numberOf = (dossier: Dossier, year: string): string =>
  `${year}-${String(dossier.serial).padStart(6, '0')}`;
