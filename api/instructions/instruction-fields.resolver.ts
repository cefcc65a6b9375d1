import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { digestById } from '../digests/digest.loaders.ts';
import { DigestItem } from '../digests/items/digest-item.entity.ts';
import { standsBeside } from '../platform/lists/listing.ts';
import { changeOf } from '../platform/live/change.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportListing } from '../reports/lists/report.listing.ts';
import { Report } from '../reports/report.entity.ts';
import { Revisit } from '../revisits/revisit.entity.ts';
import { revisitListing } from '../revisits/revisit.listing.ts';
import { Instruction } from './instruction.entity.ts';
import { instructionListing } from './instruction.listing.ts';
import { canInstruct, instructionById, instructionsOfItem } from './instruction.loaders.ts';
import { newestInstructionOf } from './instruction.read.ts';

standsBeside(reportListing, 'newestInstruction', {
  listing: instructionListing,
  on: 'o.report_id = r.id',
  first: 'o.instructed_at desc, o.id desc',
});

standsBeside(revisitListing, 'instruction', {
  listing: instructionListing,
  on: `o.id = case r.subject when 'INSTRUCTION' then r.subject_id end`,
  oneByOne: true,
});

/** Of a report, what leaders have written on it. */
@Resolver(() => Report)
export class ReportInstructionResolver {
  @FieldResolver(() => Instruction, {
    nullable: true,
    description: 'The newest instruction on it that the viewer may read.',
  })
  newestInstruction(@Root() report: Report, @Ctx() scope: Scope) {
    return newestInstructionOf(scope).load(report.id);
  }
}

/** Of an item of an issue, the same. */
@Resolver(() => DigestItem)
export class ItemInstructionsResolver {
  @FieldResolver(() => [Instruction])
  instructions(@Root() item: DigestItem, @Ctx() scope: Scope) {
    return instructionsOfItem(scope).load(item.id);
  }
  @FieldResolver(() => Boolean)
  async viewerCanInstruct(@Root() item: DigestItem, @Ctx() scope: Scope) {
    return canInstruct(scope, await digestById(scope).load(item.digestId));
  }
}
export const InstructionChangeResolver = changeOf('instructionId', 'INSTRUCTION');

/** Of a revisit, the instruction whose result it verifies. */
@Resolver(() => Revisit)
export class RevisitInstructionResolver {
  @FieldResolver(() => Instruction, { nullable: true })
  instruction(@Root() { subject, subjectId }: Revisit, @Ctx() scope: Scope) {
    return subject === 'INSTRUCTION' ? instructionById(scope).load(subjectId) : null;
  }
}
