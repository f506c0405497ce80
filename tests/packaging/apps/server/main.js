import { hydrateRoot } from 'react-dom/client';
import { page } from './page.js';

const root = document.getElementById('root');
const rendered = root.firstElementChild;
window.heard = [];
hydrateRoot(root, page({ onUploadError: ({ type }) => window.heard.push(type) }));
setTimeout(() => (window.kept = root.firstElementChild === rendered), 100);
