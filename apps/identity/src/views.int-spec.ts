import { specViews } from '@onmaru/service-kit/testing';
import { IDENTITY } from './identity.module.js';

specViews(IDENTITY, import.meta.dirname);
