/** What a field of a command can be: as the command and the event say it, at the door, and in examples. */
const KINDS = {
  text: { said: 'string', happened: 'string | null', door: 'Text()', from: '@onmaru/service-kit', example: "'Asked for'", other: 'OTHER', personal: true },
  line: { said: 'string', happened: 'string', door: 'TextLine(200)', from: '@onmaru/service-kit', example: "'One'", other: 'OTHER' },
  moment: { said: 'Instant', happened: 'Instant', door: 'IsDateString()', from: 'class-validator', example: "'2026-04-01T09:00:00.000Z'", other: "'9999-12-31T00:00:00.000Z'", read: (name) => `instant(${name})` },
};

/** `until:moment` → the field. */
export const fieldOf = (said) => {
  const [name, kind = 'text'] = said.split(':');
  if (!/^[a-z][A-Za-z]*$/.test(name)) throw new Error(`"${name}" is not the name of a field such as until or reason`);
  if (!(kind in KINDS)) throw new Error(`"${kind}" is no kind of field: ${Object.keys(KINDS).join(', ')}`);
  return { name, kind, ...KINDS[kind] };
};
