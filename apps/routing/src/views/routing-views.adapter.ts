/** The views of routing, as far as readers wait for them: a `CaughtUp`. */
export const ROUTING_VIEWS = Symbol('RoutingViews');
