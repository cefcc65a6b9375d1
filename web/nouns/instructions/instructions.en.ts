/** What of an instruction is shown at desks and on the leader's phone alike. */
export default {
  way: 'The whole way',
  heldBy: { OFFICE: 'With the county office', UNIT: 'With {{unit}}', LEADER: 'The result waits for you' },
  heldSince: '{{who}} (since {{time}})',
  result: {
    title: 'Result report (round {{round, number}})',
    finding: 'Finding',
    body: 'What was done',
    answer: 'Answer that may be told',
    opinion: "The villager's opinion",
    request: 'What is asked for (written opinion)',
    basis: 'Decided by',
    remedy: 'What may be done against it, and by when',
    drawing: "The villager's signature",
    kept: 'Signed paper kept by',
    witnesses: 'Witnesses',
    written: 'Written',
    signed: 'Signed',
    unsigned: 'Waits for its signature',
  },
};
