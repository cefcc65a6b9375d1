import type { CaseChannel } from '@lxq/schema/cases/case-words.ts';
import { isProblem } from '../terms.ts';
import type { Story } from './case-stories.ts';
import type { Desk } from './desk.ts';
import type { Dossier } from './dossier.ts';
import type { Draft } from './draft.ts';
import { factsOf } from './draft-writer.ts';
import type { Instruction } from './instructions.ts';
import { MATTERS } from './matters/all.ts';
import type { Places, Village } from './places.ts';
import { pick, type Random } from './random.ts';
import { tell } from './telling.ts';
import { bureauOf } from './unit-staff.ts';
import { DAY, HOUR } from './working-hours.ts';

/** What a case is about, and what it was opened on. */
export interface Matters extends Pick<Draft, 'matter' | 'telling' | 'facts' | 'placeCode'> {
  channel: CaseChannel;
  village: Village;
  title: string;
  brief: string;
  instruction: Instruction | null;
  dossier: Dossier | null;
}
export interface Wanted extends Pick<Story, 'from' | 'at'> {
  /** About when it is opened. */
  start: number;
}

const CHANNELS: readonly CaseChannel[] = ['WALK_IN', 'CALL', 'LETTER', 'HOTLINE', 'WALK_IN', 'MAILBOX', 'CALL'];
const OPENINGS: Partial<Record<CaseChannel, readonly string[]>> = {
  WALK_IN: ['群众到县群工办来访，当面反映：', '来访群众说，', '接待日来访反映：'],
  CALL: ['来电反映：', '群众打来电话，说'],
  LETTER: ['来信反映：', '收到群众来信，信中说，'],
  HOTLINE: ['群工热线接报：', '热线来电反映，'],
  MAILBOX: ['群工信箱来信：', '信箱留言反映，'],
};

/** Gives each case a subject of its own; undefined where nothing fits the time any more. */
export function subjectGiver(
  places: Places,
  { dossiers, instructions }: { dossiers: readonly Dossier[]; instructions: readonly Instruction[] },
  { network }: Desk,
  random: Random,
) {
  const bureau = bureauOf(places);
  const { village: home } = network.home;
  const { township } = home;
  const judged = judgedOnly(dossiers, instructions, home.code);
  const out = instructions.filter(({ item, way }) => way.dispatchedAt && asksForSomething(item.dossiers[0]?.draft));
  let heard = 0;

  const fits = ({ at }: Wanted, { matter, village }: Pick<Draft, 'matter' | 'village'>) =>
    at === undefined || (at === 'BUREAU' ? matter.department === bureau.name : village?.township === township);

  function onReport(wanted: Wanted): Matters | undefined {
    const found = judged.findIndex(
      ({ handledAt, draft }) =>
        (handledAt as number) < wanted.start - 0.2 * HOUR &&
        (handledAt as number) > wanted.start - 5 * DAY &&
        fits(wanted, draft),
    );
    const [dossier] = found < 0 ? [] : judged.splice(found, 1);
    return (
      dossier && {
        ...fromDraft(dossier.draft, 'REPORT'),
        brief: dossier.draft.telling.content,
        instruction: null,
        dossier,
      }
    );
  }

  /** What is archived by now is of the older ones, what is not of the newest. */
  function onInstruction({ isOver, isOld }: { isOver: boolean; isOld: boolean }): Matters | undefined {
    const of = out.filter(({ way }) => (way.state === 'CLOSED') === isOver && way.state !== 'RESULT_TO_LEADER');
    const older = of.slice(0, Math.ceil(of.length / 2));
    const instruction = isOld && older.length > 0 ? pick(random, older) : of.at(-1);
    if (!instruction) return undefined;
    out.splice(out.indexOf(instruction), 1);
    const { item } = instruction;
    const { draft } = item.dossiers[0] as Dossier;
    return {
      ...fromDraft(draft, 'INSTRUCTION'),
      ...{ title: item.title.slice(0, 60), brief: `${item.title}\n${item.text}`, instruction, dossier: null },
    };
  }

  function byHand(wanted: Wanted): Matters {
    const channel = CHANNELS[heard++ % CHANNELS.length] as CaseChannel;
    const among =
      wanted.at === 'HOME'
        ? [...township.villages, ...Array<Village>(township.villages.length).fill(home)]
        : places.villages;
    const village = pick(random, among);
    const matter = pick(
      random,
      MATTERS.filter(
        ({ at, topic, answers, months, department }) =>
          isProblem(topic) &&
          answers.length > 0 &&
          !months &&
          (at === undefined || at === (village.isWard ? 'WARD' : 'VILLAGE')) &&
          (wanted.at !== 'BUREAU' || department === bureau.name),
      ),
    );
    const group = pick(random, village.groups);
    const facts = factsOf({ village, group, office: null }, matter, random);
    const telling = tell(matter, facts, 'SEALED', random, random);
    const where = telling.fact.includes(village.name) ? '' : village.name;
    return {
      ...fromDraft({ matter, telling, facts, placeCode: group.code, village }, channel),
      brief: `${pick(random, OPENINGS[channel] ?? [''])}${where}${telling.fact}，${telling.effect}。${telling.wish}。`,
      ...{ instruction: null, dossier: null },
    };
  }
  return { onReport, onInstruction, byHand };
}

const fromDraft = (
  { matter, telling, facts, placeCode, village }: Pick<Draft, 'matter' | 'telling' | 'facts' | 'placeCode' | 'village'>,
  channel: CaseChannel,
) => ({
  ...{ matter, telling, facts, placeCode, channel, village: village as Village },
  title: `${village?.name}${matter.title}`,
});

/** A village's matter that can be solved and answered. */
const asksForSomething = (draft: Draft | undefined): boolean =>
  Boolean(draft?.village) && isProblem(draft?.matter.topic as string) && draft?.matter.answers.length !== 0;

/** Reports of villages that somebody has judged, which no issue and nobody's account rests on, and none is merged with. */
function judgedOnly(dossiers: readonly Dossier[], instructions: readonly Instruction[], homeCode: number): Dossier[] {
  const used = new Set([
    ...dossiers.flatMap(({ master }) => master ?? []),
    ...instructions.flatMap(({ item }) => item.dossiers),
  ]);
  const isFree = ({ draft, urgentAt, digestedAt, master }: Dossier) =>
    !digestedAt && !master && !urgentAt && !draft.pin && draft.line !== 'SEALED' && draft.post.unitCode !== homeCode;
  return dossiers.filter(
    (dossier) =>
      ['TRIAGED', 'REPLIED', 'ARCHIVED'].includes(dossier.state) &&
      dossier.handledAt &&
      !used.has(dossier) &&
      isFree(dossier) &&
      asksForSomething(dossier.draft),
  );
}
