import { createHash } from 'node:crypto';
import type { Post } from '@lxq/db/demo/people.ts';
import { between, chance, pick, type Random, randomFrom, uuidAt } from '@lxq/db/demo/random.ts';
import type { Line, ReportState } from '@lxq/schema/reports/report-states.ts';
import { type FollowUps, follow } from './follow-ups.ts';
import type { County, Village } from './network.ts';
import { MONTHS } from './shapes.ts';
import { lineOf, stateOf, wasAnswered, wasHandled } from './states.ts';
import { aside, keysIn, type Piece, pieceOf, type Saying } from './words.ts';

export interface Told {
  id: string;
  serial: number;
  village: Village;
  post: Post;
  state: ReportState;
  line: Line;
  submittedAt: number;
  pieces: Piece[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const REPORT_COLUMNS = `county_code, id, unit_code, serial, client_id, content_hash, author_id, post_id, state, line, channel,
  topic_code, source_code, urgency, place_code, households, people, occurred_at, submitted_at, due_at, content, handled_at, return_reason,
  urgent_at, urgent_due_at, answer, answered_at, master_id, version`;
export const SEARCH_COLUMNS = `county_code, report_id, unit_code, author_id, line, submitted_at, haystack, keys`;

const CHANNELS = [...Array(8).fill('OFFICER'), 'HOTLINE', 'MAILBOX'];
const SOURCES = ['officer', 'officer', 'officer', 'visit', 'talk', 'hotline', 'mailbox', 'reception'];
const FULL_SHAPES = [
  ['facts', 'effects', 'wishes'],
  ['facts', 'wishes'],
  ['facts', 'effects'],
] as const;

/** Lines for COPY of one or of many reports, and what follows from them in other tables. */
export interface Lines {
  reports: string;
  searches: string;
}

export interface Writing {
  words: readonly Saying[];
  now: number;
  after: FollowUps;
}

/** Every call tells the county's next report; they are spread evenly over the months. */
export function storyteller(county: County, { words, now, after }: Writing): (serial: number) => Lines {
  const { shape, villages } = county;
  const random = randomFrom(`bench reports ${shape.code}`);
  const openings = new Map(villages.map((village) => [village, openingsOf(village)]));
  const places = new Map(villages.map((village) => [village, placePieces(village)]));
  const masters = new Map<Village, string>();
  const keysOf = keysIn(shape.code);
  const span = MONTHS * 30 * DAY;
  let count = 0;
  const piecesOf = (village: Village, saying: Saying): Piece[] =>
    shape.texts === 'FULL'
      ? [pick(random, openings.get(village) as Piece[]), ...tellFully(saying, random), aside(random)]
      : [pick(random, saying.facts)];

  return (serial) => {
    const submittedAt = Math.floor(now - span + (span * (count++ + random.next())) / shape.reports);
    const village = pick(random, villages);
    const saying = pick(random, words);
    const told: Told = {
      id: uuidAt(random, submittedAt),
      serial,
      village,
      post: pick(random, village.officers),
      state: stateOf(now - submittedAt, random),
      line: lineOf(random),
      submittedAt,
      pieces: piecesOf(village, saying),
    };
    const master = told.state === 'MERGED' ? masters.get(village) : undefined;
    if (told.state === 'MERGED' && !master) told.state = 'ARCHIVED';
    if (told.state === 'ARCHIVED') masters.set(village, told.id);
    follow(county, told, saying.topic, now, random, after);
    return {
      reports: reportLine(county, told, saying, { master, now }, random),
      searches: shape.texts === 'FULL' ? searchLine(county, told, places.get(village) as Piece, keysOf) : '',
    };
  };
}

const openingsOf = ({ name }: Village) =>
  [`${name}群众反映，`, `今天走访${name}，`, `${name}村民来电话说，`, `路过${name}时听说，`].map(pieceOf);

const tellFully = (saying: Saying, random: Random) =>
  pick(random, FULL_SHAPES).map((part) => pick(random, saying[part].length ? saying[part] : saying.facts));

const placePieces = ({ placeWords, groupWords }: Village) => pieceOf([...groupWords, ...placeWords].join(' '));

const instant = (at: number) => new Date(at).toISOString();
const NULL = '\\N';

function reportLine(
  { shape }: County,
  told: Told,
  saying: Saying,
  { master, now }: { master: string | undefined; now: number },
  random: Random,
): string {
  const { id, serial, village, post, state, line, submittedAt } = told;
  const clientId = uuidAt(random, submittedAt - 90_000);
  const households = chance(random, 0.7) ? between(random, 1, 120) : null;
  return `${[
    shape.code,
    id,
    village.code,
    serial,
    clientId,
    createHash('sha256').update(clientId).digest('hex'),
    post.person.id,
    post.id,
    state,
    line,
    pick(random, CHANNELS),
    saying.topic,
    pick(random, SOURCES),
    chance(random, 0.03) ? 'HIGH' : 'NORMAL',
    chance(random, 0.5) ? village.groupCode : village.code,
    households ?? NULL,
    households ? households * 3 : NULL,
    instant(submittedAt - between(random, 1, 40) * HOUR),
    instant(submittedAt),
    instant(dueAt(submittedAt)),
    contentOf(told),
    ...fateOf(told, saying, now, random),
    master ?? NULL,
    1,
  ].join('\t')}\n`;
}

/** The end of the next day in Asia/Shanghai: what came in on one day is due together. */
const dueAt = (at: number) => (Math.floor((at + 8 * HOUR) / DAY) + 2) * DAY - 8 * HOUR;

function contentOf({ pieces }: Told): string {
  const text = pieces.reduce((all, piece) => all + piece.text, '');
  return text.length < 20 ? `${text}请有关部门帮助协调解决，谢谢。` : text;
}

/** handled_at, return_reason, urgent_at, urgent_due_at, answer, answered_at */
function fateOf({ state, submittedAt }: Told, { answers }: Saying, now: number, random: Random): string[] {
  const handledAt = Math.min(now, submittedAt + between(random, 1, 30) * HOUR);
  const answeredAt = Math.min(now, handledAt + between(random, 1, 12) * DAY);
  const isUrgent = state === 'URGENT';
  const answer = answers.length ? pick(random, answers) : '已了解，谢谢反映。';
  return [
    wasHandled(state) ? instant(handledAt) : NULL,
    state === 'RETURNED' ? '请补充涉及户数和具体位置' : NULL,
    isUrgent ? instant(submittedAt + HOUR / 4) : NULL,
    isUrgent ? instant(submittedAt + (HOUR * 3) / 4) : NULL,
    ...(wasAnswered(state) ? [answer, instant(answeredAt)] : [NULL, NULL]),
  ];
}

function searchLine({ shape }: County, told: Told, place: Piece, keysOf: (pieces: readonly Piece[]) => Set<number>) {
  const { id, serial, village, post, line, submittedAt, pieces } = told;
  const no = pieceOf(`${instant(submittedAt).slice(0, 4)}-${String(serial).padStart(6, '0')}`);
  const said = pieces.reduce((text, { haystack }) => text + haystack, '');
  const keys = [...keysOf([...pieces, place, { ...no, isOnce: true }])].join(',');
  return `${shape.code}\t${id}\t${village.code}\t${post.person.id}\t${line}\t${instant(submittedAt)}\t${said} ${place.haystack} ${no.haystack}\t{${keys}}\n`;
}
