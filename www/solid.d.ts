// The elements in JSX of Solid: `import type {} from 'flinks-upload/solid'`. Events as `on:upload-offer`, properties as `prop:messages`.
import type { JSX } from 'solid-js';
import type { FlinksAccountsAttributes, FlinksAccountsElement, FlinksAccountsEventMap } from './accounts/element.js';
import type { FlinksUploadAttributes, FlinksUploadElement, FlinksUploadEventMap } from './index.js';

type Listeners<Events> = { [Type in keyof Events as `on:${Type & string}`]?: (event: Events[Type]) => void };
type Properties<Element, Names extends keyof Element> = { [Name in Names as `prop:${Name & string}`]?: Element[Name] };
type Tag<Element, Attributes> = Omit<JSX.HTMLAttributes<Element>, keyof Attributes> & Attributes;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'flinks-upload': Tag<FlinksUploadElement, FlinksUploadAttributes> & Listeners<FlinksUploadEventMap> & Properties<FlinksUploadElement, 'getAuthorizeToken' | 'messages'>;
      'flinks-accounts': Tag<FlinksAccountsElement, FlinksAccountsAttributes> & Listeners<FlinksAccountsEventMap> & Properties<FlinksAccountsElement, 'accounts' | 'messages'>;
    }
  }
}
