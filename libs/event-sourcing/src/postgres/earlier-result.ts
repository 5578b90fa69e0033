/**
 * The last event of a command that a stream holds already: `revision, position, recorded_at, command_hash`, in at most one
 * row. The arguments are SQL expressions. Only the first event of a command is in an index, which also says that no
 * command comes twice; its others follow in the stream.
 */
export const earlierResult = (tenant: string, stream: string, command: string, where = 'true'): string => `
      select l.* from (
        select e.revision from log.event e
        where ${where} and e.tenant = ${tenant} and e.stream = ${stream} and e.command_id = ${command} and e.command_index = 0
      ) f cross join lateral (
        select e.revision, e.position, e.recorded_at, e.command_hash from log.event e
        where e.tenant = ${tenant} and e.stream = ${stream} and e.revision >= f.revision and e.command_id = ${command}
        order by e.command_index desc limit 1
      ) l`;
