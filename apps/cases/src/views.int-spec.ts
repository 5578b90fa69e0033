import { specViews } from '@onmaru/service-kit/testing';
import { CASES } from './cases.module.js';

specViews(CASES, import.meta.dirname);
