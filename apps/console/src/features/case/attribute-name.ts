/** `contactType` and `contact_type` → contact type. */
export const attributeName = (key: string): string =>
  key
    .replaceAll('_', ' ')
    .replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
