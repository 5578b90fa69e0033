import { readFileSync } from 'node:fs';

/** A configuration that cannot be used: names the variable, what it holds, and what it should be. */
export class BadConfiguration extends Error {
  constructor(variable: string, found: string, wanted: string) {
    super(`${variable} ${found}: it must be ${wanted}`);
    this.name = 'BadConfiguration';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable holds, or the file that the variable `…_FILE` names, without the line break at its end. Throws {@link BadConfiguration}. */
export const given = (variable: string, environment: Environment): string | undefined => {
  const [value, file] = [environment[variable], environment[`${variable}_FILE`]];
  if (!file) return value;
  if (value) throw new BadConfiguration(`${variable}_FILE`, `is set beside ${variable}`, 'the only one of the two');
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new BadConfiguration(`${variable}_FILE`, `names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code})`, 'a file that holds the value');
  }
};
