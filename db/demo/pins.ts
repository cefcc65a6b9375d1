import type { Wish } from './draft.ts';
import type { Network } from './network.ts';
import type { Places } from './places.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

const MURKY = '饮用水浑浊有异味';
const NO_WATER = '自来水压力不足、经常停水';
const POTHOLES = '村道破损、通行困难';
const LIGHTS = '路灯不亮影响出行';
const RUBBISH = '垃圾清运不及时';
const SUBSIDY = '惠农补贴未及时到账';
const EVERYDAY = [LIGHTS, POTHOLES, RUBBISH, SUBSIDY, NO_WATER];

/**
 * What the demo accounts open on: a history of the officer's own in every state, a queue for the township clerk with
 * matters told twice, and urgent reports that wait for the leader. A second wish tells the first one's matter again.
 */
export function pinnedWishes(places: Places, network: Network): [Wish, Wish?][] {
  if (places.townships.length < 5) return [];
  const { village, other } = network.home;
  const [officer, colleague] = network.officers.get(village.code) ?? [];
  const [otherOfficer] = network.officers.get(other.code) ?? [];
  const own = (wish: Omit<Wish, 'post' | 'village'>): Wish => ({ ...wish, post: officer, village });
  const elsewhere = (wish: Omit<Wish, 'post' | 'village'>): Wish => ({
    ...wish,
    post: otherOfficer,
    village: other,
  });
  const near = (step: number) =>
    village.township.villages[(village.township.villages.indexOf(village) + step) % village.township.villages.length];
  const told = (title: string, minutesAgo: number): Wish => ({
    isProblem: true,
    isUrgent: false,
    line: 'LINE',
    title,
    pin: { minutesAgo, outcome: 'SUBMITTED' },
  });
  return [
    [own({ isProblem: true, isUrgent: true, line: 'LINE', title: MURKY, pin: { minutesAgo: 13, outcome: 'URGENT' } })],
    [own(told(POTHOLES, 48))],
    [own(told(SUBSIDY, 4 * HOUR))],
    [own({ isProblem: true, line: 'LINE', title: LIGHTS, pin: { minutesAgo: 26 * HOUR, outcome: 'RETURNED' } })],
    [own({ isProblem: true, line: 'LINE', pin: { minutesAgo: 3 * DAY, outcome: 'TRIAGED' } })],
    [own({ isProblem: false, line: 'LINE', pin: { minutesAgo: 4 * DAY, outcome: 'WITHDRAWN' } })],
    [own({ isProblem: true, line: 'LINE', title: RUBBISH, pin: { minutesAgo: 6 * DAY, outcome: 'RESUBMITTED' } })],
    [
      { isProblem: true, line: 'LINE', title: NO_WATER, post: colleague, village, pin: { minutesAgo: 10 * DAY } },
      own({ isProblem: true, pin: { minutesAgo: 9 * DAY } }),
    ],
    [own({ isProblem: true, line: 'DIRECT', pin: { minutesAgo: 17 * DAY } })],
    ...[15, 24, 36, 61, 102, 150].map((days): [Wish] => [
      own({
        isProblem: true,
        line: 'LINE',
        pin: { minutesAgo: days * DAY, digested: days < 30 ? 'STAYS' : 'ANSWERED' },
      }),
    ]),
    ...[30, 45, 75, 88, 120, 185, 220, 250].map((days, i): [Wish] => [
      own({ isProblem: i % 2 === 0, line: 'LINE', pin: { minutesAgo: days * DAY } }),
    ]),
    [own({ isProblem: true, line: 'SEALED', pin: { minutesAgo: 52 * DAY } })],
    ...[0.1, 2, 8, 20, 40, 90, 160].map((days): [Wish] => [
      elsewhere({ isProblem: true, line: 'LINE', pin: { minutesAgo: days * DAY } }),
    ]),
    [
      elsewhere({
        isProblem: true,
        isUrgent: true,
        line: 'LINE',
        title: NO_WATER,
        pin: { minutesAgo: 95, outcome: 'URGENT' },
      }),
    ],
    // In the queue, and overdue, at whatever hour the county is made: at noon most is judged, and days off are not counted.
    ...[3, 7, 12, 20, 28, 36].map((hours, i): [Wish] => [told(EVERYDAY[i % EVERYDAY.length] as string, hours * HOUR)]),
    ...EVERYDAY.map((title, i): [Wish] => [told(title, (7 + i / 2) * DAY)]),
    [
      {
        isProblem: true,
        isUrgent: true,
        line: 'LINE',
        title: MURKY,
        village: near(9),
        pin: { minutesAgo: 22 * HOUR, outcome: 'URGENT' },
      },
    ],
    [
      { ...told(RUBBISH, 3 * HOUR), village: near(3) },
      { ...told(RUBBISH, 70), village: near(3) },
    ],
    [
      { ...told(POTHOLES, 25 * HOUR), village: near(5) },
      { ...told(POTHOLES, 2 * HOUR), village: near(5) },
    ],
    [
      { ...told(NO_WATER, 27 * HOUR), village: near(7) },
      { ...told(NO_WATER, 90), village: near(7) },
    ],
  ];
}
