// The elements in templates of Vue: what its language tools look up for a tag.
import type { GlobalComponents } from 'vue';
import type {} from 'flinks-upload/vue';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

export const good: Props<'flinks-upload'> = {
  instance: 'toolbox',
  'max-files': 3,
  maxFiles: 3,
  getAuthorizeToken: async () => 'token',
  onUploadOffer: ({ detail }) => detail.reason,
};
export const accounts: Props<'flinks-accounts'> = { accounts: [], 'heading-level': 3, onAccountsError: ({ detail }) => detail.flinksCode };

// @ts-expect-error no such mode
export const wrongMode: Props<'flinks-upload'> = { mode: 'primry' };
// @ts-expect-error there is no such detail
export const wrongDetail: Props<'flinks-upload'> = { onUploadOffer: ({ detail }) => detail.loginId };
// @ts-expect-error a promise is wanted
export const wrongToken: Props<'flinks-upload'> = { getAuthorizeToken: () => 'token' };
