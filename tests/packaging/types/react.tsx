// The component, and the plain tag declared by its types.
import { createRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { FlinksUploadElement } from 'flinks-upload';
import { FlinksUpload } from 'flinks-upload/react';
import type { FlinksUploadProps } from 'flinks-upload/react';

const ref = createRef<FlinksUploadElement>();
const shared: FlinksUploadProps = { instance: 'toolbox', maxFiles: 3, className: 'wide', id: 'upload', 'aria-label': 'Upload' };

export function Good(): ReactNode {
  const [loginId, setLoginId] = useState<string | null>(null);
  ref.current?.addFiles([]);
  return (
    <>
      <FlinksUpload
        {...shared}
        ref={ref}
        mode="fallback"
        connectBase="https://connect.lender.example/v2"
        maxTotalSize="1000"
        getAuthorizeToken={async () => 'token'}
        onConnectEvent={({ detail }) => detail.kind === 'step'}
        onUploadOffer={({ detail }) => detail.reason}
        onUploadCheck={({ detail }) => detail.totals.bytes.toFixed()}
        onUploadHandoff={(event) => event.preventDefault()}
        onUploadComplete={({ detail }) => setLoginId(detail.loginId)}
        onUploadError={({ detail }) => detail.message}
        data-test={loginId}
      >
        <p slot="demand">Statements of the last 90 days</p>
      </FlinksUpload>
      <flinks-upload instance="toolbox" max-files={3} class="wide" onupload-offer={({ detail }) => detail.reason} />
      <flinks-accounts accounts={[]} language="fr" heading-level={3} onaccounts-error={({ detail }) => detail.flinksCode} />
    </>
  );
}

export function Bad(): ReactNode {
  return (
    <>
      {/* @ts-expect-error no such mode */}
      <FlinksUpload mode="primry" />
      {/* @ts-expect-error a property is written in camelCase */}
      <FlinksUpload max-files={3} maxfiles={3} />
      {/* @ts-expect-error a promise is wanted */}
      <FlinksUpload getAuthorizeToken={() => 'token'} />
      {/* @ts-expect-error there is no such detail */}
      <FlinksUpload onUploadOffer={({ detail }) => detail.loginId} />
      {/* @ts-expect-error the ref is of the element */}
      <FlinksUpload ref={createRef<HTMLInputElement>()} />
      {/* @ts-expect-error no such theme */}
      <flinks-upload theme="blue" />
      {/* @ts-expect-error a number is no answer */}
      <flinks-accounts accounts={7} />
    </>
  );
}
