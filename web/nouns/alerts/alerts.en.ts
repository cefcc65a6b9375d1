import type zh from './alerts.zh.ts';

/** Acknowledging for a leader. */
export default {
  title: 'Secretary for alerts',
  hint: 'Somebody of the county office may acknowledge urgent reports for you. Each time it says who did; you still read them. A secretary does not instruct and sees nothing else of yours.',
  held: '{{name}} acknowledges for you since {{time}}',
  end: 'End',
  ended: '{{name}} acknowledges for you no longer',
  find: 'Find somebody of the county office by name',
  nobody: 'Nobody in office by that name',
  choose: 'Choose one',
  ask: 'Let {{name}} acknowledge urgent reports for you?',
  name: 'Name',
  named: '{{name}} acknowledges for you from now on',
} satisfies Record<keyof typeof zh, string>;
