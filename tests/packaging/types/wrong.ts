// Neither is exported.
import { upload } from 'flinks-upload';
import * as checker from 'flinks-upload/checker.js';

export { checker, upload };
