// The elements in templates of Vue 3: `import type {} from 'flinks-upload/vue'` in a file of declarations.
import type { DefineComponent } from 'vue';
import type { FlinksAccountsAttributes, FlinksAccountsElement, FlinksAccountsEventMap } from './accounts/element.js';
import type { FlinksUploadAttributes, FlinksUploadElement, FlinksUploadEventMap } from './index.js';

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;
type Both<Attributes> = Attributes & { [Name in keyof Attributes as Name extends string ? Camel<Name> : Name]?: Attributes[Name] };
type Listeners<Events> = { [Type in keyof Events as `on${Capitalize<Camel<Type & string>>}`]?: (event: Events[Type]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'flinks-upload': DefineComponent<Both<FlinksUploadAttributes> & Listeners<FlinksUploadEventMap> & Partial<Pick<FlinksUploadElement, 'getAuthorizeToken' | 'messages'>>>;
    'flinks-accounts': DefineComponent<Both<FlinksAccountsAttributes> & Listeners<FlinksAccountsEventMap> & Partial<Pick<FlinksAccountsElement, 'accounts' | 'messages'>>>;
  }
}
