import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Income } from './Income.jsx';

createRoot(document.getElementById('root')).render(<StrictMode><Income /></StrictMode>);
