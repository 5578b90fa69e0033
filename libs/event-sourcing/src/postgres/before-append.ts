import { earlierResult } from './earlier-result.js';
import { MAY_WRITE } from './may-write.js';

/**
 * What comes before an append may be written. The head is locked, so that all that follows sees what every earlier append
 * has committed: its position goes into the variable `head`, and `recorded_at` is set. Then the stream's last revision (0:
 * there is none) and, where it holds the command that the expression `command` names, the end of the function with that
 * command's first result; a stream that is not there cannot hold a command, so it is not asked. Then whether the role
 * that signed in may append.
 */
export const beforeAppend = (head: 'head' | 'position', command: string): string => `
  select h.position, greatest(date_trunc('milliseconds', clock_timestamp()), h.recorded_at)
    into ${head}, recorded_at from log.head h where h.single for update;
  select e.revision into revision from log.event e
    where e.tenant = tenant and e.stream = stream order by e.revision desc limit 1;
  if found then
    ${earlierResult('tenant', 'stream', command).replace('l.*', 'l.* into earlier')};
    if found then
      outcome := case when hash <> '' and earlier.command_hash <> hash then 'c' else 'r' end;
      revision := earlier.revision;
      position := earlier.position;
      recorded_at := earlier.recorded_at;
      return;
    end if;
  else
    revision := 0;
  end if;
  if not (${MAY_WRITE}) then
    outcome := 'f';
    return;
  end if;`;
