import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { CapacityEnum, RoleEnum } from '../network/posts/post.entity.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { connectionType, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Report } from './report.entity.ts';

export const ReportConnection = connectionType('Report', () => Report);

@ObjectType(PLAIN)
export class Reporter {
  @Field(() => String, {
    nullable: true,
    description: "The post's pseudonymous code, of a report sent direct; to others never beside the name.",
  })
  code!: string | null;
  @Field(() => String, { nullable: true, description: "Null where the line protects the reporter's name." }) name!:
    | string
    | null;
  @Field(() => String) unitName!: string;
}

@ObjectType({ ...PLAIN, description: "One line of a thing's history, from the append-only audit." })
export class Step {
  @Field(() => ID) id!: string;
  @Field(() => InstantScalar) at!: Date;
  @Field(() => String) deed!: string;
  @Field(() => String, { nullable: true }) fromState!: string | null;
  @Field(() => String, { nullable: true }) toState!: string | null;
  @Field(() => RoleEnum) actorRole!: string;
  @Field(() => CapacityEnum, { nullable: true }) actorCapacity!: string | null;
  @Field(() => ID, { nullable: true, description: 'At which unit; null where the name is, and of older lines.' })
  actorUnitCode!: number | null;
  @Field(() => String, { nullable: true, description: 'Null where the reader may not know the name.' }) actorName!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Who stood in for the actor, where somebody did.' })
  actedByName!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType(PLAIN)
export class Duplicate {
  @Field(() => Report) report!: Report;
  @Field(() => Float, { description: '0 to 1.' }) likeness!: number;
  @Field(() => Boolean) samePlace!: boolean;
  @Field(() => Boolean) sameTopic!: boolean;
  @Field(() => Int) daysApart!: number;
}

@ObjectType({
  ...PLAIN,
  description: 'Proof that a report is stored: the device may delete its copy of the draft with this client id.',
})
export class Receipt {
  @Field(() => ID) clientId!: string;
  @Field(() => Report) report!: Report;
  @Field(() => Boolean, { description: 'False when the same draft had arrived before.' }) isNew!: boolean;
  @Field(() => Boolean, {
    description:
      'Another line was chosen, but the topic accuses somebody: it went to the discipline desk alone (Art. 30).',
  })
  wasSealed!: boolean;
}

@ObjectType({ ...PLAIN, description: 'A leader who is alerted to an urgent report.' })
export class AlertedLeader {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The portfolio that puts them in charge; null when nobody is, and all are alerted.',
  })
  portfolio!: string | null;
}

@ObjectType({ ...PLAIN, description: 'What is done about an urgent report: the end of its clock.' })
export class UrgentPlan {
  @Field(() => String) text!: string;
  @Field(() => Unit) unit!: Unit;
  @Field(() => InstantScalar) dueAt!: Date;
  @Field(() => InstantScalar) plannedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who above was told (Art. 25).' }) noticeTo!: string | null;
  @Field(() => InstantScalar, { nullable: true }) noticeAt!: Date | null;
}

@ObjectType(PLAIN)
export class RowError {
  @Field(() => String) code!: string;
  @Field(() => String) message!: string;
  @Field(() => [String], { nullable: true }) unmet?: string[] | null;
  @Field(() => Step, { nullable: true, description: 'What others had done to it, where that is the reason.' })
  step?: Step | null;
}

@ObjectType({ ...PLAIN, description: 'One row of a bulk deed.' })
export class RowResult {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) ok!: boolean;
  @Field(() => Report, { nullable: true }) report?: Report | null;
  @Field(() => RowError, { nullable: true }) error?: RowError | null;
}
