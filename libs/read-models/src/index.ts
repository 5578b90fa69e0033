export type { AnyView, Key, Recorded, View } from './view.js';
