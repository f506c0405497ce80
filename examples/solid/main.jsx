import { render } from 'solid-js/web';
import { Income } from './Income.jsx';

render(() => <Income />, document.getElementById('root'));
