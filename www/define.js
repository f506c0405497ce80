// Defines <flinks-upload>.
import { defineElement } from './element.js';

defineElement();
