import { LIMITS } from '@lxq/schema/limits.ts';
import { badInput, CodedError, conflict } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { shownStep } from '../lists/report.fields.ts';
import { reportById, stepsOf } from '../lists/report.loaders.ts';
import type { Report } from '../report.entity.ts';
import type { Step as Shown } from '../report.type.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { handlingOf } from './report.facts.ts';

export interface RowResult {
  id: string;
  ok: boolean;
  report?: Report | null;
  error?: { code: string; message: string; unmet?: string[]; step?: Shown | null } | null;
}

/** The same deed on many rows: each row stands or falls alone, and says why. */
export async function each(scope: Scope, ids: string[], work: (id: string) => Promise<Report>): Promise<RowResult[]> {
  if (!ids.length || ids.length > LIMITS.bulk) throw badInput('ids', ...REPORT_WORDS.bulk);
  const results: RowResult[] = [];
  for (const id of new Set(ids)) results.push(await one(scope, id, work));
  return results;
}

async function one(scope: Scope, id: string, work: (id: string) => Promise<Report>): Promise<RowResult> {
  try {
    return { id, ok: true, report: await scope.attempt(() => work(id)) };
  } catch (error) {
    const coded = error instanceof CodedError ? error : asConflict(error);
    return {
      id,
      ok: false,
      error: {
        code: coded.code,
        message: coded[scope.caller.language],
        unmet: coded.detail.unmet as string[] | undefined,
        step: isOvertaken(coded) ? await lastStepBy(scope, id) : null,
      },
    };
  }
}

const isOvertaken = ({ code, detail }: CodedError) =>
  code === 'CONFLICT' || ((detail.unmet ?? []) as string[]).some((guard) => guard === 'state' || guard === 'builtUpon');

/** Who was first, and what they did, as far as the viewer may read it. */
async function lastStepBy(scope: Scope, id: string): Promise<Shown | null> {
  scope.refresh();
  const [report, steps] = await Promise.all([reportById(scope).load(id), stepsOf(scope).load(id)]);
  const last = handlingOf(steps ?? []).at(-1);
  // Where nothing but its coming stands there, nobody was first.
  return report && last && last.deed !== 'submit' ? shownStep(last, report, scope) : null;
}

function asConflict(error: unknown): CodedError {
  if ((error as Error).name === 'OptimisticLockError') return conflict(...REPORT_WORDS.handledAlready);
  throw error;
}
