'use client';
// The React component over the stub of <flinks-upload>.
import { uploadComponent } from '../react/component.js';
import { defineElement } from './index.js';

export const FlinksUpload = uploadComponent(defineElement);
