// Each entry, where the resolution reads no `exports`.
import { FALLBACK_CODES, type FlinksUploadElement } from 'flinks-upload';
import { defineAccounts, type FlinksAccountsElement } from 'flinks-upload/accounts';
import { checkFiles } from 'flinks-upload/check';
import 'flinks-upload/define';
import { FlinksUpload } from 'flinks-upload/react';

export { FALLBACK_CODES, FlinksUpload, checkFiles, defineAccounts };
export type Elements = FlinksUploadElement | FlinksAccountsElement;
