import { names } from './names.mjs';
import { routeAccess } from './route-access.mjs';

/** ESLint rules of this workspace alone. */
export const onmaru = { meta: { name: 'onmaru' }, rules: { names, 'route-access': routeAccess } };
