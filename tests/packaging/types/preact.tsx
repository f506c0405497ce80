/** @jsxImportSource preact */
// The plain tags in Preact, declared by types of their own.
import type {} from 'flinks-upload/preact';

export const good = (
  <>
    <flinks-upload
      instance="toolbox"
      max-files={3}
      class="wide"
      getAuthorizeToken={async () => 'token'}
      onupload-offer={({ detail }) => detail.reason}
    >
      <p slot="demand">Statements of the last 90 days</p>
    </flinks-upload>
    <flinks-accounts accounts={[]} heading-level={3} onaccounts-error={({ detail }) => detail.flinksCode} />
  </>
);

export const bad = (
  <>
    {/* @ts-expect-error no such mode */}
    <flinks-upload mode="primry" />
    {/* @ts-expect-error there is no such detail */}
    <flinks-upload onupload-offer={({ detail }) => detail.loginId} />
    {/* @ts-expect-error a promise is wanted */}
    <flinks-upload getAuthorizeToken={() => 'token'} />
  </>
);
