// Each entry, where the resolution reads no `exports`.
import { FALLBACK_CODES, type FlinksUploadElement } from 'flinks-upload';
import { defineAccounts, type FlinksAccountsElement } from 'flinks-upload/accounts';
import { checkFiles } from 'flinks-upload/check';
import 'flinks-upload/define';
import { init } from 'flinks-upload/inline';
import { FlinksUpload } from 'flinks-upload/react';
import { fire } from 'flinks-upload/testing';
import { report } from 'flinks-upload/testing/define';
import { FlinksUpload as FlinksUploadStub } from 'flinks-upload/testing/react';
import flinksUpload from 'flinks-upload/vite';
import { forwardEvents } from 'flinks-upload/webview';

export { FALLBACK_CODES, FlinksUpload, FlinksUploadStub, checkFiles, defineAccounts, fire, flinksUpload, forwardEvents, init, report };
export type Elements = FlinksUploadElement | FlinksAccountsElement;
