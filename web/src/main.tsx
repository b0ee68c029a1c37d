import './design/tokens.css';
import './design/base.css';
import './design/parts.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

const host = document.getElementById('app');
if (host) createRoot(host).render(<App />);

// A page that was opened before the server was renewed asks for parts that are gone: the new page has them.
window.addEventListener('vite:preloadError', (event) => {
  if (!navigator.onLine) return;
  event.preventDefault();
  location.reload();
});

// After the first paint, so that it takes nothing from it.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
