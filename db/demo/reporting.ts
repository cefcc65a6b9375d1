import type { CountyPlan } from './counties.ts';
import type { Draft, Wish } from './draft.ts';
import type { Network } from './network.ts';
import type { Post } from './people.ts';
import type { Places, Seat, Village } from './places.ts';
import { chance, pick, picker, type Random, randomFrom } from './random.ts';
import type { Voice } from './telling.ts';

/** Who reports, in which voice, of which village and group. */
export interface Reporting {
  post: Post;
  voice: Voice;
  setting: 'VILLAGE' | 'WARD' | 'DEPARTMENT' | 'ENTERPRISE';
  village: Village | null;
  group: { code: number; name: string } | null;
  /** The department or enterprise that reports. */
  office: string | null;
  isOutside: boolean;
}

/** Some villages have much to say and some little; offices and stations a few per cent. */
export function reportingPicker(plan: CountyPlan, places: Places, network: Network) {
  const mood = randomFrom(`${plan.countyCode} moods`);
  const weights = new Map(plan.townships.map((township, i) => [places.townships[i], township.weight]));
  const pickVillage = picker(
    places.villages,
    ({ township }) => (weights.get(township) ?? 1) * (0.25 + mood.next() ** 2),
  );
  const seats = (kind: string) => places.seats.filter((seat) => seat.kind === kind);

  return (wish: Wish, twin: Draft | null, random: Random): Reporting => {
    if (twin?.village) return fromVillage(network, twin.village, { ...wish, notBy: twin.post }, random, groupOf(twin));
    if (wish.village) return fromVillage(network, wish.village, wish, random);
    const lot = wish.line === 'SEALED' ? 1 : random.next();
    if (lot < 0.03) return fromSeat(network, pick(random, seats('DEPARTMENT')), 'DEPARTMENT', random);
    if (lot < 0.045) return fromSeat(network, pick(random, seats('KEY_ENTERPRISE')), 'ENTERPRISE', random);
    if (lot < 0.085 && wish.isProblem) return fromStation(network, pickVillage(random), random);
    return fromVillage(network, pickVillage(random), wish, random);
  };
}

function groupOf({ village, placeCode }: Draft): Reporting['group'] {
  return village?.groups.find(({ code }) => code === placeCode) ?? null;
}

const setting = (village: Village) => (village.isWard ? 'WARD' : 'VILLAGE');

function fromVillage(
  network: Network,
  village: Village,
  wish: Wish & { notBy?: Post },
  random: Random,
  told?: Reporting['group'],
): Reporting {
  const head = network.heads.get(village.code) as Post;
  const officers = (network.officers.get(village.code) ?? []).filter((post) => post !== wish.notBy);
  // The first ones named are the busiest.
  const busy = officers[Math.floor(random.next() ** 2 * officers.length)];
  const post = wish.post ?? (busy && !chance(random, 0.06) ? busy : head);
  const own = village.groups.find(({ code }) => code === post.areaCode);
  const isOutside = !wish.post && !told && own !== undefined && chance(random, 0.02);
  const place = isOutside
    ? pick(
        random,
        village.township.villages.filter((other) => other !== village),
      )
    : village;
  const group = told ?? (isOutside ? pick(random, place.groups) : (own ?? pick(random, place.groups)));
  return { post, voice: 'VILLAGE', setting: setting(place), village: place, group, office: null, isOutside };
}

/** What reaches the station by telephone or letter is written down by its clerk. */
function fromStation(network: Network, village: Village, random: Random): Reporting {
  const post = pick(random, network.stations.get(village.township.code)?.clerks ?? []);
  const voice = chance(random, 0.7) ? 'HOTLINE' : 'MAILBOX';
  return {
    post,
    voice,
    setting: setting(village),
    village,
    group: pick(random, village.groups),
    office: null,
    isOutside: false,
  };
}

function fromSeat(network: Network, seat: Seat, kind: 'DEPARTMENT' | 'ENTERPRISE', random: Random): Reporting {
  const post = pick(random, network.officers.get(seat.code) ?? []);
  return { post, voice: 'OFFICE', setting: kind, village: null, group: null, office: seat.name, isOutside: false };
}
