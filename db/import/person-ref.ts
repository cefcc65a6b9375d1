import { v5 as uuidV5 } from 'uuid';

const NAMESPACE = '6f0f2a1e-2f0c-5f6e-9c55-1f2f8f0f3a71';

/** A person of a staff number is the same person in every file: their id follows from county and number. */
export const personId = (county: number, ref: string) => uuidV5(`person ${county} ${ref}`, NAMESPACE);

export const areaId = (township: number, name: string) => uuidV5(`area ${township} ${name}`, NAMESPACE);

export const portfolioId = (county: number, name: string) => uuidV5(`portfolio ${county} ${name}`, NAMESPACE);

export const postId = (county: number, parts: (string | number)[]) =>
  uuidV5(`post ${county} ${parts.join(' ')}`, NAMESPACE);
