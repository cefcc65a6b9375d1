import { CONTACT_KEEPERS, CONTACT_WATCHERS } from '@lxq/schema/contacts/contact-rights.ts';
import { REPORT_READERS } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, Extensions, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { LISTED } from '../platform/lists/listing.ts';
import { nodesOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { openings } from './contact.read.ts';
import * as contacts from './contact.service.ts';
import { ContactOpeningConnection, MaskedContact, OpenedContact } from './contact.type.ts';

@Resolver()
export class ContactResolver {
  @Authorized(...REPORT_READERS)
  @Query(() => MaskedContact)
  contact(
    @Ctx() scope: Scope,
    @Arg('subject', () => String, { description: "The noun's word: REPORT." }) subject: string,
    @Arg('id', () => ID) id: string,
  ) {
    return contacts.masked(scope, subject, id);
  }

  @Authorized(...CONTACT_WATCHERS)
  @Query(() => ContactOpeningConnection, { description: 'Who has looked at a contact and why, newest first.' })
  @Extensions(LISTED)
  contactOpenings(
    @Ctx() scope: Scope,
    @Arg('contact', () => ID) contact: string,
    @Arg('since', () => Date, { nullable: true }) since: Date | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return openings(scope, { contact, since, first, after }, nodesOf(info));
  }

  @Authorized(...CONTACT_KEEPERS)
  @Mutation(() => MaskedContact, { description: 'Writes down how the villager of a matter is reached, or anew.' })
  keepContact(
    @Ctx() scope: Scope,
    @Arg('subject', () => String) subject: string,
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String) name: string,
    @Arg('phone', () => String, { nullable: true }) phone: string | null,
    @Arg('address', () => String, { nullable: true }) address: string | null,
    @Arg('version', () => Int, { nullable: true, description: "The contact's; null where none was kept." })
    version: number | null,
  ) {
    return contacts.keep(scope, {
      subject,
      id,
      name,
      phone: phone ?? null,
      address: address ?? null,
      version: version ?? null,
    });
  }

  @Authorized(...CONTACT_KEEPERS)
  @Mutation(() => OpenedContact, { description: 'A look at the contact: each is written down, with its reason.' })
  openContact(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('reason', () => String) reason: string) {
    return contacts.open(scope, id, reason);
  }
}
