import './design/tokens.css';
import './design/base.css';
import './design/parts.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

const host = document.getElementById('app');
if (host) createRoot(host).render(<App />);
