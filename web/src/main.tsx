import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './style/tokens.css';
import './style/base.css';
import './style/layout.css';
import './style/controls.css';
import { Page } from './page.tsx';
import { loadManner } from './shell/settings-store.ts';

const root = document.getElementById('page');
if (root === null) throw new Error('The page has no place to draw itself.');
await loadManner();
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
