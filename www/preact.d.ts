// The elements in JSX of Preact: `import type {} from 'flinks-upload/preact'`. Events as `onupload-offer`.
import type { JSX } from 'preact';
import type { FlinksAccountsAttributes, FlinksAccountsElement, FlinksAccountsEventMap } from './accounts/element.js';
import type { FlinksUploadAttributes, FlinksUploadElement, FlinksUploadEventMap } from './index.js';

type Listeners<Events> = { [Type in keyof Events as `on${Type & string}`]?: (event: Events[Type]) => void };
type Tag<Element extends EventTarget, Attributes> = Omit<JSX.HTMLAttributes<Element>, keyof Attributes> & Attributes;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'flinks-upload': Tag<FlinksUploadElement, FlinksUploadAttributes> & Listeners<FlinksUploadEventMap> & Partial<Pick<FlinksUploadElement, 'getAuthorizeToken' | 'messages'>>;
      'flinks-accounts': Tag<FlinksAccountsElement, FlinksAccountsAttributes> & Listeners<FlinksAccountsEventMap> & Partial<Pick<FlinksAccountsElement, 'accounts' | 'messages'>>;
    }
  }
}
