const isOf = (page: string, path: string): boolean => {
  const parts = path.split('/');
  const wanted = page.split('/');
  return parts.length === wanted.length && wanted.every((part, n) => part === parts[n] || (part.startsWith('$') && parts[n] !== ''));
};

/** Which pages no address leads to. A page tells what is left open in it by a `$`; an address that is a page of its own is none of those. */
export const unwalked = (pages: readonly string[], addresses: Iterable<string>): readonly string[] => {
  const paths = [...addresses].map((address) => address.replace(/\?.*/, ''));
  const walked = new Set(paths.map((path) => (pages.includes(path) ? path : pages.find((page) => isOf(page, path)))));
  return pages.filter((page) => !walked.has(page));
};
