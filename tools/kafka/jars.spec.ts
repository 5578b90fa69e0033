import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheOf, missing } from './jars.mjs';

describe('Whether a Kafka can be started here', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'onmaru-home-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  /** A machine with nothing but these programs, which say this. */
  const machine = (programs: Record<string, string>): NodeJS.ProcessEnv => {
    for (const [name, says] of Object.entries(programs)) {
      writeFileSync(join(home, name), `#!/bin/sh\necho '${says}'\n`);
      chmodSync(join(home, name), 0o755);
    }
    return { PATH: home, HOME: home };
  };
  const java17 = 'openjdk version "17.0.15" 2025-04-15';

  it('is told by Java and Maven', () => expect(missing(machine({ java: java17, mvn: 'Apache Maven 3.8.7' }))).toBeUndefined());

  it.each([
    ['there is no Java', { mvn: 'Apache Maven 3.8.7' }, 'there is no `java`: install one'],
    ['Java is too old', { java: 'openjdk version "11.0.2" 2019', mvn: 'Apache Maven 3.8.7' }, '`java` is 11: install a newer one'],
    ['there is no Maven to fetch it', { java: java17 }, 'there is no `mvn`: install it'],
  ])('is denied with cause and cure when %s', (_, programs, says) => expect(missing(machine(programs))).toContain(says));

  it('needs no Maven once it has been fetched', () => {
    const env = machine({ java: java17 });
    mkdirSync(cacheOf(env), { recursive: true });
    expect(missing(env)).toBeUndefined();
  });
});
