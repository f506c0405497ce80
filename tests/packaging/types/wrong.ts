// Neither is exported.
import { upload } from 'flinks-upload';
import * as checker from 'flinks-upload/checker/client.js';

export { checker, upload };
