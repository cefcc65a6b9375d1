import type { DeskDeed } from '@lxq/schema/reports/report-desk.ts';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../deeds/useSend.ts';
import type { DeedResultFragment, ReportBesideFragment } from '../../nouns/reports/report.generated.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import {
  AssignReportDocument,
  AssignReportsDocument,
  MarkReportsDocument,
  NoteOnReportDocument,
  UnassignReportDocument,
  UnassignReportsDocument,
  UnmarkReportsDocument,
  UrgeReportsDocument,
} from './beside.generated.ts';
import type { Handling } from './useHandling.tsx';

export type Asked = Extract<DeskDeed, 'assign' | 'mark' | 'note' | 'urge'>;
export interface BesideDialog {
  deed: Asked;
  reports: readonly Told[];
}
/** A report as the queue or the panel shows it. */
export interface Told extends ReportBesideFragment {
  no: string;
}
const idsOf = (reports: readonly Told[]) => reports.map(({ id }) => id);
const versionOf = ({ assignment }: Told) => assignment?.version ?? 0;
type Many = 'assign' | 'unassign' | 'mark' | 'unmark' | 'urge';
type Taken = Pick<ReportBesideFragment, 'id' | 'assignment'>;

interface Options {
  current: Told | undefined;
  /** The chosen ones of the queue. */
  chosen: readonly Told[];
  handling: Pick<Handling, 'showResults' | 'offerUndo' | 'numberOf'>;
}

/** What a desk does beside the handling: who takes it, what is noted for the own unit, whom it urges. */
export function useBeside({ current, chosen, handling }: Options) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const { said } = useMessages();
  const { isBusy, send } = useSend();
  const [dialog, setDialog] = useState<BesideDialog>();

  const RIGHT = {
    assign: 'viewerCanAssign',
    mark: 'viewerCanMark',
    note: 'viewerCanNote',
    urge: 'viewerCanUrge',
  } as const;
  /** Of everything chosen, else of the current report; a note is of one. */
  function ask(deed: Asked) {
    const reports = deed !== 'note' && chosen.length > 0 ? chosen : current ? [current] : [];
    const [first] = reports;
    if (!first) return void message.info(t('nothingCurrent'));
    if (reports.length === 1 && !first[RIGHT[deed]])
      return void message.warning(t('notAllowed', { no: first.no, deed: t(`beside.${deed}`) }));
    setDialog({ deed, reports });
  }
  const close = () => setDialog(undefined);

  /** Back to whoever had it. */
  async function putBack(before: Told, after: Taken) {
    const { id, no, assignment } = before;
    const version = after.assignment?.version ?? 0;
    const outcome = assignment
      ? await send(AssignReportDocument, { id, to: assignment.postId, version })
      : await send(UnassignReportDocument, { id, version });
    said(outcome, t('beside.putBack', { no }));
    return outcome;
  }
  function assigned(before: Told, after: Taken) {
    const { no, id } = before;
    const name = after.assignment?.personName;
    const words = name ? t('beside.assigned', { no, name }) : t('beside.unassigned', { no });
    handling.offerUndo({ key: `assign-${id}`, words, undo: () => putBack(before, after) });
  }
  async function assignOne(report: Told, to: string) {
    const outcome = await send(AssignReportDocument, { id: report.id, to, version: versionOf(report) });
    if ('value' in outcome) assigned(report, outcome.value);
    return outcome;
  }
  async function assignMany(reports: readonly Told[], to: string) {
    const outcome = await send(AssignReportsDocument, { ids: idsOf(reports), to });
    if (!('value' in outcome)) return outcome;
    const done = outcome.value.filter(({ ok }) => ok).map(({ id }) => id);
    told('assign', reports, outcome.value);
    const wereFree = reports.every(({ assignment }) => !assignment);
    if (done.length && wereFree)
      handling.offerUndo({
        key: `assign-${done[0]}`,
        words: t('beside.assignedMany', { count: done.length }),
        undo: () => unassignMany(reports, done),
      });
    return outcome;
  }
  async function unassignMany(reports: readonly Told[], ids: string[]): Promise<Outcome<unknown>> {
    const outcome = await send(UnassignReportsDocument, { ids });
    if ('value' in outcome) told('unassign', reports, outcome.value);
    return outcome;
  }
  async function markMany(reports: readonly Told[], marker: string, isOn: boolean) {
    const variables = { ids: idsOf(reports), marker };
    const outcome = await (isOn ? send(MarkReportsDocument, variables) : send(UnmarkReportsDocument, variables));
    if ('value' in outcome) told(isOn ? 'mark' : 'unmark', reports, outcome.value);
    return outcome;
  }
  /** Of one that was done the words are enough. */
  function told(deed: Many, reports: readonly Told[], rows: readonly DeedResultFragment[]) {
    if (rows.length === 1 && rows[0]?.ok) return;
    handling.showResults(deed, idsOf(reports), rows);
  }

  return {
    isBusy,
    dialog,
    close,
    ask,
    assign: async (reports: readonly Told[], to: string) => {
      const [only] = reports;
      const outcome = reports.length === 1 && only ? await assignOne(only, to) : await assignMany(reports, to);
      if ('value' in outcome) close();
      return outcome;
    },
    takeOver: async (report: Told, postId: string) => {
      const outcome = await assignOne(report, postId);
      if ('failure' in outcome) said(outcome, '');
    },
    unassign: async (report: Told) => {
      const outcome = await send(UnassignReportDocument, { id: report.id, version: versionOf(report) });
      if ('value' in outcome) assigned(report, outcome.value);
      else said(outcome, '');
    },
    mark: async (reports: readonly Told[], marker: string, isOn: boolean) => {
      const outcome = await markMany(reports, marker, isOn);
      const [only] = reports;
      if (!('value' in outcome) || !only) return outcome;
      close();
      if (reports.length === 1 && outcome.value[0]?.ok)
        handling.offerUndo({
          key: `mark-${only.id}`,
          words: t(isOn ? 'beside.marked' : 'beside.unmarked', { no: only.no }),
          undo: () => markMany(reports, marker, !isOn),
        });
      return outcome;
    },
    note: async ({ id, no }: Told, text: string) => {
      const outcome = await send(NoteOnReportDocument, { id, text });
      if (!('value' in outcome)) return outcome;
      said(outcome, t('beside.noted', { no }));
      close();
      return outcome;
    },
    urge: async (reports: readonly Told[], text: string) => {
      const outcome = await send(UrgeReportsDocument, { ids: idsOf(reports), text: text || null });
      if (!('value' in outcome)) return outcome;
      close();
      told('urge', reports, outcome.value);
      if (reports.length === 1 && outcome.value[0]?.ok) said(outcome, t('beside.urged', { no: reports[0]?.no ?? '' }));
      return outcome;
    },
  };
}
export type BesideDeeds = ReturnType<typeof useBeside>;
