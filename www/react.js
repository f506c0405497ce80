'use client';
// <flinks-upload> for React 18 and newer.
import { defineElement } from './element/element.js';
import { uploadComponent } from './react/component.js';

export const FlinksUpload = uploadComponent(defineElement);
