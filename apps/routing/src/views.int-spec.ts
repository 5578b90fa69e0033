import { specViews } from '@onmaru/service-kit/testing';
import { ROUTING } from './routing.module.js';

specViews(ROUTING, import.meta.dirname);
