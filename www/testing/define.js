// Defines the stubs of <flinks-upload> and <flinks-accounts>.
import { defineAccounts, defineElement } from './index.js';

export * from './index.js';

defineElement();
defineAccounts();
