/** The views of identity, as far as readers wait for them: a `CaughtUp`. */
export const IDENTITY_VIEWS = Symbol('IdentityViews');
