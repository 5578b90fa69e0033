/** What routing hears from other contexts, as far as readers wait for it: a `CaughtUp`. */
export const ROUTING_HEARD = Symbol('RoutingHeard');
