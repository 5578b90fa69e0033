export { specViews } from './testing/spec-views.js';
