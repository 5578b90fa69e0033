export { HOST_PROBLEMS, HostModule, type HostPorts } from './host.module.js';
export { serveApiDescription } from './api-description/api-description.adapter.js';
export { HealthHttp, READINESS, type Readiness } from './health/health.http.js';
export { hostService, type HostedService } from './host-service.js';
export { deadLettersOf, newsFor } from './news.js';
export { keysByIdentity } from './keys-by-identity.js';
export { servicePorts } from './service-ports.js';
export { explainStartFailure } from './start-failure.js';
export { tokensByIdentity } from './tokens-by-identity.js';
