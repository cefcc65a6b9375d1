import type { InstructionTray } from '@lxq/schema/instructions/instruction-states.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN, type TrayCount, trayCountType } from '../platform/contract/graphql.ts';
import { PARTS, type Part } from '../platform/participation/participation.entity.ts';
import type { PartTaken } from '../platform/participation/participation.service.ts';
import { InstructionTrayEnum } from './instruction.input.ts';

export const PartEnum = enumOf('Part', PARTS);

@ObjectType({ ...PLAIN, description: 'A unit that takes part in a matter.' })
export class ActingUnit implements PartTaken {
  unitCode!: number;
  @Field(() => PartEnum) part!: Part;
  @Field(() => InstantScalar) since!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it signed for its part.' }) signedAt!: Date | null;
  @Field(() => String, { nullable: true }) signedByName!: string | null;
}

const InstructionTrayCount = trayCountType<InstructionTray>('Instruction', InstructionTrayEnum);

@ObjectType(PLAIN)
export class InstructionCounts {
  @Field(() => [InstructionTrayCount]) trays!: TrayCount<InstructionTray>[];
  @Field(() => Int, { description: 'Open, and past their day.' }) overdue!: number;
  @Field(() => Int, { description: 'All but those taken back: what the closing rate (办结率) divides by.' })
  received!: number;
  @Field(() => Int) closed!: number;
}
