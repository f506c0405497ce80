import { hydrateRoot } from 'react-dom/client';
import { page } from './page.js';

const root = document.getElementById('root');
const rendered = root.firstElementChild;
window.events = [];
hydrateRoot(root, page({ onUploadError: ({ type }) => window.events.push(type) }));
setTimeout(() => (window.kept = root.firstElementChild === rendered), 100);
