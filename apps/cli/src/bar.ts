/** `████░░░░ `: how much of `width` signs is done; nothing where there is no room for a bar. */
export const bar = (share: number, width: number): string => {
  if (width < 5) return '';
  const full = Math.round(share * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} `;
};
