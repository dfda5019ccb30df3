import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './page.tsx';

const root = document.getElementById('page');
if (root === null) throw new Error('The page has no place to draw itself.');
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
