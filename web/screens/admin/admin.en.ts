import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './admin.zh.ts';

export default {
  title: 'Administration',
  view: {
    topics: 'Topics',
    sources: 'Sources',
    portfolios: 'Portfolios',
    county: 'County',
    network: 'Network',
    import: 'Import',
  },
  note: {
    TOPIC:
      'What officers choose from when they report. A closed entry is offered no more; reports that bear it stay as they are.',
    SOURCE: 'Each county sets its own sources.',
  },
  add: 'New entry',
  edit: 'Edit: {{name}}',
  saved: 'Saved "{{name}}"',
  parent: 'Parent entry',
  noParent: 'None (top entry)',
  isParent: 'It has entries below it and cannot go below another',
  isProblem: 'Counts as a problem raised',
  isAccusation: 'Accuses officials',
  accusationHint:
    'Its reports are sealed: their author and the discipline desk alone see them. Those judged before stay as they are.',
  accusationSeals: 'Sealed with it, for good: {{count, number}} that nobody has judged yet.',
  isActive: 'In use',
  closeHint: 'An entry is never deleted, only closed',
  openNetwork: 'Open the network',
  portfolio: {
    note: 'The digest has a section for each portfolio, and an urgent report alerts the leader in charge of its topic. A topic stands in one portfolio.',
    add: 'New portfolio',
    position: 'Order',
    positionHint: 'Of the sections in the digest, the smallest first; a new one left empty comes last',
    nameHint: 'What the leader has in charge, as it stands over the section',
    noLeaders: "No leader's post is in force; import the posts first (under Import)",
    topicsHint: 'A topic chosen here leaves the portfolio it stood in',
    standsIn: 'now in: {{name}}',
    remove: 'Remove',
    removeAsk: 'Remove "{{name}}"?',
    removeHint: 'Nobody will be in charge of its topics; issued digests stay as they are.',
    removed: 'Removed "{{name}}"',
  },
  county: {
    note: 'Cycle and issuing office hold from the next issue on; issues that are open stay as they are.',
    cycle: 'Digest cycle',
    cycleHint: 'Ten days: from the 1st, 11th and 21st of a month; week: every week',
    TEN_DAYS: 'Ten days',
    WEEK: 'Week',
    office: 'Issuing office',
    officeHint: 'Its full name, as printed at the head of the digest',
    contactDays: "Days to keep villagers' contacts",
    contactDaysHint:
      'So many days after a report was answered, filed or withdrawn, its contact is forgotten in the night, for good; who looked at it and why stays. A shorter time holds from the next night on.',
  },
  import: {
    lead: 'Divisions, people, units, posts and portfolios are imported on the server by command, from CSV or Excel, in this order. Each import is one transaction; run twice it changes nothing.',
    template: 'Make a template',
    dryRun: 'Dry run (writes nothing)',
    run: 'Import',
    copy: 'Copy the command',
    copied: 'Command copied',
    divisions: {
      title: '1. Divisions',
      about: 'County, townships, villages, by the statistical codes. Errors name the line, the field and the remedy.',
    },
    people: {
      title: '2. People',
      about: 'Staff numbers and names; no ID or phone numbers. First passwords go to a file of their own.',
    },
    units: {
      title: '3. Units',
      about: 'Departments, key enterprises, township stations, village rooms; with areas, chiefs and principals.',
    },
    posts: {
      title: '4. Posts',
      about:
        'Who holds which role at which unit and who is principal or in charge, from when to when. Rights follow at once.',
    },
    portfolios: {
      title: '5. Portfolios',
      about: "What each leader has in charge, and its topics; the leader's post comes first.",
    },
    after: 'Then check the coverage under "Network".',
  },
} satisfies SameKeys<typeof zh>;
