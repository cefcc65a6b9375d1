import { FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { AttachmentKindEnum } from '../attachments/attachment.entity.ts';
import { attachmentsIn } from '../attachments/attachment.history.ts';
import type { Step as StepRow } from './lists/report.loaders.ts';
import { Step } from './report.type.ts';

/** What a line of a history tells of attachments. */
@Resolver(() => Step)
export class StepAttachmentsResolver {
  @FieldResolver(() => [AttachmentKindEnum], { description: 'Of each attachment that the line added or took back.' })
  attachmentKinds(@Root() step: StepRow) {
    return attachmentsIn(step).map(({ kind }) => kind);
  }
  @FieldResolver(() => [ID], { description: 'Which they are, in the same order.' })
  attachmentIds(@Root() step: StepRow) {
    return attachmentsIn(step).map(({ id }) => id);
  }
}
