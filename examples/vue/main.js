import { createApp } from 'vue';
import Income from './Income.vue';

createApp(Income).mount('#root');
