export { prepareDatabase, type UrlOf } from './database/prepare-database.adapter.js';
export { asking } from './demo/asking.adapter.js';
export { demoPassword } from './demo/demo-password.adapter.js';
export { seedDemo, type Ask } from './demo/seed-demo.adapter.js';
export { greeting } from './greeting.js';
export { onboarded } from './onboarding/onboarded.adapter.js';
export { platformKey } from './onboarding/platform-key.adapter.js';
export { SERVICES, TOPICS } from './services.adapter.js';
