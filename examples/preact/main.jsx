import { render } from 'preact';
import { Income } from './Income.jsx';

render(<Income />, document.getElementById('root'));
