import { tracesToSend } from './settings.js';

const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318';

describe('Traces', () => {
  it.each([{}, { OTEL_EXPORTER_OTLP_ENDPOINT: '' }, { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' }, { OTEL_TRACES_SAMPLER: 'always_on' }])('are sent nowhere where nobody says where to: %j', (environment) =>
    expect(tracesToSend(environment)).toBeUndefined());

  it.each([
    [{}, { parentBased: true, root: 1 }],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, { parentBased: false, root: 0 }],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' }, { parentBased: false, root: 0.25 }],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' }, { parentBased: true, root: 0 }],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio' }, { parentBased: true, root: 1 }],
  ])('are kept as it is said: %j', (environment, sampling) => expect(tracesToSend({ OTEL_EXPORTER_OTLP_ENDPOINT, ...environment })).toEqual(sampling));

  it('may have a place of their own', () => expect(tracesToSend({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: OTEL_EXPORTER_OTLP_ENDPOINT })).toBeDefined());

  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4317'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'nowhere'],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
    ['OTEL_TRACES_SAMPLER_ARG', 'half'],
  ])('cannot be sent by what cannot be used, and it is named: %s %s', (variable, value) => {
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER: 'traceidratio', [variable]: value };
    expect(() => tracesToSend(environment)).toThrow(expect.objectContaining({ name: 'BadConfiguration', message: expect.stringContaining(`${variable} is "${value}"`) }));
  });
});
