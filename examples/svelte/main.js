import { mount } from 'svelte';
import Income from './Income.svelte';

mount(Income, { target: document.getElementById('root') });
