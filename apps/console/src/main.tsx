import './ui/theme/ground.css';
import '@mantine/core/styles.layer.css';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { currentSettings } from './ui/settings/use-settings.js';
import { startWords } from './ui/words/i18n.js';

await startWords(currentSettings().language);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
