import { randomUUID } from 'node:crypto';
import { apiKeyText } from '../sign-in/api-key-text.js';
import { newSecret } from '../sign-in/one-way.adapter.js';

/** An API key that nobody knows yet. */
export const newApiKey = (): string => apiKeyText({ id: randomUUID(), secret: newSecret() });
