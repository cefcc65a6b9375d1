import type { Parts } from '../platform/contract/parts.ts';
import { Contact, ContactOpening } from './contact.entity.ts';
import { contactOpeningListing } from './contact.read.ts';
import { ContactResolver } from './contact.resolver.ts';

export const contacts: Parts = {
  entities: [Contact, ContactOpening],
  resolvers: [ContactResolver],
  listed: { ContactOpening: contactOpeningListing },
  prices: {
    // One matter at a time is work; a document full of them would be a list of people.
    'Query.contact': { each: 2_500 },
  },
};
