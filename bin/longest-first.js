import { statSync } from 'node:fs';

/** With two workers, a long story that is taken last leaves one of them idle: these begin, then the larger files. */
const LONGEST = [
  // of the suites
  ...[
    '/testing/deeds.test.ts',
    '/compiled-documents.test.ts',
    '/sight.test.ts',
    '/presence.test.ts',
    '/shares.test.ts',
  ],
  ...[
    '/tour.test.ts',
    '/papers-printed.test.ts',
    '/flood.test.ts',
    '/attachment-hostile.test.ts',
    '/import/hostile.test.ts',
  ],
  ...['/demo/seed.test.ts', '/live.test.ts', '/storm.test.ts', '/digest-file.test.ts', '/watchdog.test.ts'],
  // of the stories
  ...['/desk-access.test.ts', '/seven-people.test.ts', '/network.test.ts', '/deeds-access.test.ts', '/start.story.ts'],
  ...['/desk-together.test.ts', '/phone-storm.test.ts', '/walk-in-to-closing.test.ts', '/offline-promises.test.ts'],
  ...['/photos.test.ts', '/photos-network.test.ts', '/villager-to-leader.test.ts', '/phone-access.test.ts'],
];

const rank = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.endsWith(name));
  return at < 0 ? LONGEST.length : at;
};

/** The order of a run as jest wants it told; unlike its own it does not follow what earlier runs took, which a fresh clone does not know. */
export default class LongestFirst {
  sort(tests) {
    return tests.toSorted(
      (one, other) => rank(one) - rank(other) || statSync(other.path).size - statSync(one.path).size,
    );
  }
  cacheResults() {}
}
