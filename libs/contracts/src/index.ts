export * from './identity/customer-erased.v1.js';
export * from './identity/customer-registered.v1.js';
export * from './identity/staff-disabled.v1.js';
export * from './identity/staff-enabled.v1.js';
export * from './identity/staff-hired.v1.js';
export * from './identity/staff-role-changed.v1.js';
export * from './routing/queue-opened.v1.js';
