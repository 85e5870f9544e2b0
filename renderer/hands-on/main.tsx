import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HandsOn } from './hands-on.tsx';
import { listen } from './toolbar-state.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('hands-on.html has no #root');
listen();
createRoot(root).render(
  <StrictMode>
    <HandsOn />
  </StrictMode>,
);
