interface Handled {
  id: string;
  no: string;
  responsibleUnit: { name: string } | null;
}
interface Of {
  case: (Handled & { title: string }) | null;
  instruction: (Handled & { text: string }) | null;
}

/** What a revisit is of, as far as the viewer may see it: a case by its title, an instruction by the leader's words. */
export function matterOf({ case: ofCase, instruction }: Of) {
  const matter = ofCase ?? instruction;
  if (!matter) return null;
  const { id, no, responsibleUnit } = matter;
  const [title, at] = ofCase ? [ofCase.title, `/matters/cases/${id}`] : [instruction?.text, `/matters/${id}`];
  return { no, responsibleUnit, title, at };
}
