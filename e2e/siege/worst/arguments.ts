import { type GraphQLArgument, type GraphQLField, getNamedType, isEnumType, isNonNullType } from 'graphql';

/** Ids that the demo county has, by the field that takes one. */
export type Ids = Readonly<Record<string, readonly string[]>>;
const PAGES = [20, 50, 100, 200];
const WORDS = ['村', '道路', '饮水', '的', 'shui', '张', '2026'];
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  ReportFilter: [
    '{}',
    '{ states: [SUBMITTED, TRIAGED, REPLIED, ARCHIVED] }',
    '{ urgency: HIGH }',
    '{ problemsOnly: true }',
    '{ tray: OVERDUE, problemsOnly: true }',
    '{ lines: [LINE, DIRECT], urgency: NORMAL }',
    '{ submittedFrom: "1900-01-01", submittedTo: "2199-12-31", problemsOnly: true }',
    '{ mine: true, urgency: HIGH }',
  ],
  PlaceFilter: ['{}', '{ level: VILLAGE }', '{ text: "村" }', '{ text: "s" }', '{ level: GROUP, text: "组" }'],
  UnitFilter: ['{}', '{ isCovered: false }', '{ text: "村" }', '{ kind: VILLAGE_ROOM, isCovered: true }'],
};

/** Arguments by lot, of the kinds that screens and attackers send. */
export class Arguments {
  private readonly dice: () => number;
  private readonly ids: Ids;
  constructor(dice: () => number, ids: Ids) {
    this.dice = dice;
    this.ids = ids;
  }
  of({ name, args }: Pick<GraphQLField<unknown, unknown>, 'name' | 'args'>): string {
    const given = args.flatMap((arg) => this.value(name, arg) ?? []);
    return given.length ? `(${given.join(', ')})` : '';
  }
  /** The same with another page. */
  again(args: string): string {
    return args.replace(/first: \d+/, () => `first: ${this.pick(PAGES)}`);
  }
  private value(field: string, arg: GraphQLArgument): string | undefined {
    const type = getNamedType(arg.type);
    if (arg.name === 'first') return `first: ${this.pick(PAGES)}`;
    if (arg.name === 'text') return `text: "${this.pick(WORDS)}"`;
    if (arg.name === 'id') return `id: "${this.pick(this.ids[field] ?? ['none'])}"`;
    const filters = FILTERS[type.name];
    if (filters) return this.dice() < 0.7 ? `${arg.name}: ${this.pick(filters)}` : undefined;
    if (isNonNullType(arg.type) && isEnumType(type)) return `${arg.name}: ${this.pick(type.getValues()).name}`;
    return undefined;
  }
  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.dice() * from.length)] as T;
  }
}
