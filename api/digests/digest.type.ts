import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Attachment } from '../attachments/attachment.entity.ts';
import { Portfolio } from '../network/portfolios/portfolio.entity.ts';
import { connectionType, enumOf, PLAIN } from '../platform/contract/graphql.ts';
import { Digest } from './digest.entity.ts';
import * as candidate from './items/digest-candidate.read.ts';

export const DigestConnection = connectionType('Digest', () => Digest);

@ObjectType(PLAIN)
export class PortfolioCount implements candidate.PortfolioCount {
  @Field(() => Portfolio, { nullable: true }) portfolio!: Portfolio | null;
  @Field(() => Int) count!: number;
}

export const CandidateKindEnum = enumOf('CandidateKind', candidate.CANDIDATE_KINDS);
const SeverityEnum = enumOf('Severity', ['BLOCKS', 'WARNS']);

@ObjectType({ ...PLAIN, description: 'A photo of a report that an item rests on.' })
export class DigestPhoto {
  @Field(() => ID) reportId!: string;
  @Field(() => Attachment) attachment!: Attachment;
}

@ObjectType(PLAIN)
export class Check {
  @Field(() => String) code!: string;
  @Field(() => SeverityEnum) severity!: keyof typeof SeverityEnum;
  @Field(() => String) message!: string;
  @Field(() => ID, { nullable: true }) itemId?: string | null;
}
