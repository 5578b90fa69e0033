export { HOST_PROBLEMS, HostModule, type HostPorts } from './host.module.js';
export { serveApiDescription } from './api-description/api-description.adapter.js';
export type { Readiness } from './health/health.http.js';
export { hostService, type HostedService } from './host-service.js';
export { deadLettersOf, newsFor } from './news.js';
export { servicePorts } from './service-ports.js';
export { explainStartFailure } from './start-failure.js';
export { runService } from './run-service.js';
