import type { FastifyInstance } from 'fastify';

const WITH_BODY = ['POST', 'PUT', 'PATCH', 'DELETE'];
const NOTHING = { type: ['object', 'null'], additionalProperties: false };

/** Routes that do not say what body they take, take none, or an empty object: an unknown member is refused there as everywhere. */
export const refuseUnaskedBodies = (server: Pick<FastifyInstance, 'addHook'>): void => {
  server.addHook('onRoute', (route) => {
    if (![route.method].flat().some((method) => WITH_BODY.includes(method))) return;
    route.schema = { ...route.schema, body: route.schema?.body ?? NOTHING };
  });
};
