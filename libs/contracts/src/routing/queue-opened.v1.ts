export const QUEUE_OPENED_V1 = 'routing.queue-opened.v1';

/** There is one more queue. Topic `routing.queue`, key `queue-<queueId>`. Names are unique in a tenant, whatever their case. */
export type QueueOpenedV1 = { readonly queueId: string; readonly name: string };
