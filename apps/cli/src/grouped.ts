/** `71,800`: a number as the command line writes it in a sentence. */
export const grouped = (number: number): string => number.toLocaleString('en');
