// Defines <flinks-upload>.
import { defineElement } from './element/element.js';

defineElement();
