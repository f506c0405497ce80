/** The component of `flinks-upload/react` over the stub. */
import type * as react from '../react.js';

export type FlinksUploadProps = react.FlinksUploadProps;
export declare const FlinksUpload: typeof react.FlinksUpload;
