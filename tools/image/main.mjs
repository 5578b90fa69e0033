// The first program of an image: the app that ONMARU_APP names, or the only one that there is.
import { readdirSync } from 'node:fs';

const apps = readdirSync(new URL('./apps', import.meta.url));
const app = process.env.ONMARU_APP || (apps.length === 1 ? apps[0] : '');

if (apps.includes(app)) await import(`./apps/${app}/dist/main.js`);
else {
  console.error(`ONMARU_APP ${app === '' ? 'is not set' : `is "${app}"`}: it must be one of ${apps.join(', ')}`);
  process.exitCode = 1;
}
