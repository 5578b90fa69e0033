import { runService } from '@onmaru/hosting/service';
import { ROUTING, RoutingModule } from './routing.module.js';

await runService({ service: ROUTING, module: (ports) => RoutingModule.with(ports) });
