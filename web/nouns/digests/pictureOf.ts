/** Where a picture of an issue is read, by whoever may read the issue. */
export const pictureOf = (digestId: string) => (picture: string) => `/files/digests/${digestId}/pictures/${picture}`;
