import type { Api } from '../platform/api.adapter.js';
import { accountOf, type Account, type CommandResult } from './account.js';
import { addressed } from './addressed.js';
import { bulkAnswers } from './bulk-answers.adapter.js';
import { commandsOf, type Chunk } from './chunk.js';
import type { Directory } from './directory.adapter.js';
import { namesIn } from './names.js';

/** Sends a chunk's commands, and answers what became of its rows. A command that was taken before is not taken again. */
export const sendChunk = async (api: Api, directory: Directory, chunk: Chunk): Promise<Account> => {
  const commands = commandsOf(chunk);
  if (commands.length === 0) return accountOf(chunk.rows, []);
  const ids = await directory.idsFor(namesIn(commands));
  const lines = commands.map((command) => addressed(command, ids));
  return accountOf(chunk.rows, await bulkAnswers<CommandResult>(api, 'cases/commands?source=servicenow', lines, ({ commandId }) => commandId));
};
