import { CONTACT_STATES, type ContactState } from '@lxq/schema/contacts/contact-rights.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { ContactOpening } from './contact.entity.ts';

export const ContactOpeningConnection = connectionType('ContactOpening', () => ContactOpening);
const ContactStateEnum = enumOf('ContactState', CONTACT_STATES);

@ObjectType({
  ...PLAIN,
  description:
    'How the villager of one matter is reached, as everybody who sees the matter may know: masked. Asked for one matter at a time; no list, event or cache holds it.',
})
export class MaskedContact {
  @Field(() => ID, { nullable: true, description: 'Null while nothing was ever kept.' }) id!: string | null;
  @Field(() => ContactStateEnum) state!: ContactState;
  @Field(() => String, { nullable: true, description: '张**' }) name!: string | null;
  @Field(() => String, { nullable: true, description: '138****1234' }) phone!: string | null;
  @Field(() => Boolean) hasAddress!: boolean;
  @Field(() => Boolean, { description: 'One was kept that no key of this server opens.' }) isUnreadable!: boolean;
  @Field(() => InstantScalar, { nullable: true }) keptAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true }) forgottenAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'For keepContact; null while nothing was ever kept.' })
  version!: number | null;
  @Field(() => Boolean) viewerCanKeep!: boolean;
  @Field(() => Boolean) viewerCanOpen!: boolean;
  @Field(() => Boolean) viewerCanReadOpenings!: boolean;
}

@ObjectType({
  ...PLAIN,
  description:
    'The contact in clear. Answered by a deed to whoever gave a reason, and kept nowhere; a screen shows it for five minutes.',
})
export class OpenedContact {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) address!: string | null;
}
