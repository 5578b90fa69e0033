import type { Api } from '../platform/api.adapter.js';
import { BrokenOff } from '../platform/lines.adapter.js';
import { accountOf, type Account, type CommandResult } from './account.js';
import { addressed } from './addressed.js';
import { commandsOf, type Chunk } from './chunk.js';
import type { Directory } from './directory.adapter.js';
import { namesIn } from './names.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };

/** How often a chunk is sent whose answer broke off. */
const TRIES = 5;

/** Sends a chunk's commands, and answers what became of its rows. A command that was taken before is not taken again. */
export const sendChunk = async (api: Api, directory: Directory, chunk: Chunk): Promise<Account> => {
  const commands = commandsOf(chunk);
  if (commands.length === 0) return accountOf(chunk.rows, []);
  const ids = await directory.idsFor(namesIn(commands));
  const body = commands.map((command) => `${JSON.stringify(addressed(command, ids))}\n`).join('');
  return accountOf(chunk.rows, await resultsOf(api, body));
};

/** What was answered before an answer broke off stands. */
const resultsOf = async (api: Api, body: string): Promise<readonly CommandResult[]> => {
  const results = new Map<string, CommandResult>();
  for (let tried = 1; ; tried += 1) {
    try {
      for await (const line of api.lines('cases/commands', { method: 'POST', query: { source: 'servicenow' }, body, headers: NDJSON })) {
        const result = JSON.parse(line) as CommandResult;
        if (!results.has(result.commandId)) results.set(result.commandId, result);
      }
      return [...results.values()];
    } catch (error) {
      if (!(error instanceof BrokenOff) || tried === TRIES) throw error;
    }
  }
};
