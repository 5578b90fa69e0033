import { runService } from '@onmaru/hosting/service';
import { CASES, CasesModule } from './cases.module.js';

await runService({ service: CASES, module: (ports) => CasesModule.with(ports) });
