import './design/tokens.css';
import './design/base.css';
import './design/parts.css';
import { createRoot } from 'react-dom/client';
import { currencies } from './api/calls';
import { adoptGuests } from './app/adoption';
import { App } from './app/App';
import { learnDigits } from './words/money';

const host = document.getElementById('app');
// No price is shown before it is known how the server counts it; the answer is on its way since the page's head was read.
if (host) void learnDigits(currencies).then(() => createRoot(host).render(<App />));

// What an earlier log-in could not hand over.
void adoptGuests();

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
