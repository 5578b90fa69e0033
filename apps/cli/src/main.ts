import { Command } from 'commander';
import { addBackup } from './backup.cli.js';
import { addOperator } from './create-operator.cli.js';
import { addTenant } from './create-tenant.cli.js';
import { addEvents } from './events.cli.js';
import { addExport } from './export-cases.cli.js';
import { addImport } from './import-servicenow.cli.js';
import { addParked } from './parked.cli.js';
import { EXIT } from './platform/failure.js';
import { addRedrive } from './redrive.cli.js';
import { addReplay } from './replay.cli.js';
import { addReport } from './report-cases.cli.js';
import { addRestore } from './restore.cli.js';
import { addVerify } from './verify.cli.js';

const ABOUT = `Works on the platform at ONMARU_URL, signed in with ONMARU_TOKEN (an access token or an API key), when that is set;
else on the standalone of the data folder ONMARU_DATA (./.onmaru), which is started for the command when it does not run.

Data goes to standard output, talk to standard error. Exits with 0 when all is well, 1 when a check failed or something
was refused, 2 when the command was not used as it is meant to be.`;

const program = new Command('onmaru').description('Onmaru on the command line').addHelpText('after', `\n${ABOUT}`);
program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage)).showHelpAfterError('(--help shows how it is used)');

addImport(program);
addVerify(program);
addReplay(program);
addParked(program);
addRedrive(program);
addEvents(program);
addExport(program);
addReport(program);
addTenant(program);
addOperator(program);
addBackup(program);
addRestore(program);

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.refused));
await program.parseAsync();
