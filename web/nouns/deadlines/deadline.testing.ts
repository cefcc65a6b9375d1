import type { DeadlineWholeFragment } from './deadlines.generated.ts';

export const proof: DeadlineWholeFragment['proof'] = {
  ...{ counts: 'DAYS', from: '2026-02-08', counted: 7, dueOn: '2026-02-24', rolledFrom: '2026-02-15' },
  skipped: [
    { from: '2026-02-15', to: '2026-02-15', why: 'WEEKEND', name: null },
    { from: '2026-02-16', to: '2026-02-20', why: 'HOLIDAY', name: '春节' },
  ],
  worked: [],
};
export const deadline: DeadlineWholeFragment = {
  ...{
    id: 'a',
    version: 1,
    rule: 'CASE_POLICY_GENERAL',
    state: 'RUNNING',
    dueAt: '2026-02-24T16:00:00Z',
    movedFrom: null,
  },
  ...{
    workDaysLeft: 3,
    isOverdue: false,
    isProvisional: false,
    isPaused: false,
    pauseReason: null,
    metAt: null,
    droppedAt: null,
  },
  ...{ extensionMost: null, extension: null, reminders: [], proof },
  ...{ viewerCanRequestExtension: false, viewerCanApproveExtension: false, viewerCanRefuseExtension: false },
};
