import type zh from './admin.zh.ts';
import type { SameKeys } from './same-keys.ts';

export default {
  title: 'Administration',
  view: { topics: 'Topics', sources: 'Sources', network: 'Network', import: 'Import' },
  note: {
    TOPIC:
      'What officers choose from when they report. A closed entry is offered no more; reports that bear it stay as they are.',
    SOURCE: 'Each county sets its own sources.',
  },
  add: 'New entry',
  edit: 'Edit: {{name}}',
  saved: 'Saved "{{name}}"',
  codeRule: 'Letters, digits, dashes or underscores, beginning with a letter or digit',
  nameRule: 'Please fill in',
  parent: 'Parent entry',
  noParent: 'None (top entry)',
  isParent: 'It has entries below it and cannot go below another',
  isProblem: 'Counts as a problem raised',
  isActive: 'In use',
  closeHint: 'An entry is never deleted, only closed',
  openNetwork: 'Open the network',
  import: {
    lead: 'Divisions, people, units and posts are imported on the server by command, from CSV or Excel, in this order. Each import is one transaction; run twice it changes nothing.',
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
      about: 'Who holds which role at which unit, from when to when. Rights follow at once.',
    },
    after: 'Then check the coverage under "Network".',
  },
} satisfies SameKeys<typeof zh>;
