import type { DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { FlinksAccountsAttributes, FlinksAccountsElement, FlinksAccountsEventMap } from './accounts/element.js';
import type { FlinksUploadAttributes, FlinksUploadElement, FlinksUploadEventMap, Messages } from './index.js';

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

/** The attributes in camelCase. */
type Settings = {
  [Name in keyof FlinksUploadAttributes as Camel<Name>]: FlinksUploadAttributes[Name];
};

/** `onUploadOffer` and the others. */
type Handlers = {
  [Type in keyof FlinksUploadEventMap as Camel<`on-${Type}`>]?: (event: FlinksUploadEventMap[Type]) => void;
};

/** Attributes in camelCase, events as `on…`, and what any HTML element takes. */
export interface FlinksUploadProps extends Settings, Handlers, Omit<HTMLAttributes<FlinksUploadElement>, keyof Settings> {
  /** Asked just before each address is opened; comes before `authorizeToken`. Another function does not open Connect anew. */
  getAuthorizeToken?: (() => Promise<string>) | null;
  /** Texts that stand in for the component's own, in every language. */
  messages?: Messages | null;
}

/** `<flinks-upload>` as a component; the ref is the element. Renders to the plain tag on a server. */
export declare const FlinksUpload: ForwardRefExoticComponent<FlinksUploadProps & RefAttributes<FlinksUploadElement>>;

/** The plain tag: attributes by their own names, events as `onupload-offer` (React 19). */
type Tag = DetailedHTMLProps<HTMLAttributes<FlinksUploadElement>, FlinksUploadElement> &
  FlinksUploadAttributes & { class?: string } & {
    [Type in keyof FlinksUploadEventMap as `on${Type}`]?: (event: FlinksUploadEventMap[Type]) => void;
  };

/** Its property `accounts` can be set by React 19; older ones set it through a ref. */
type AccountsTag = DetailedHTMLProps<HTMLAttributes<FlinksAccountsElement>, FlinksAccountsElement> &
  FlinksAccountsAttributes & { class?: string; accounts?: FlinksAccountsElement['accounts'] } & {
    [Type in keyof FlinksAccountsEventMap as `on${Type}`]?: (event: FlinksAccountsEventMap[Type]) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'flinks-upload': Tag;
      'flinks-accounts': AccountsTag;
    }
  }
}
