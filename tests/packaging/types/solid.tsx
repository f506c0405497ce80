/** @jsxImportSource solid-js */
// The plain tags in Solid, declared by types of their own.
import type {} from 'flinks-upload/solid';

export const good = (
  <>
    <flinks-upload
      instance="toolbox"
      max-files={3}
      class="wide"
      prop:getAuthorizeToken={async () => 'token'}
      on:upload-offer={({ detail }) => detail.reason}
    >
      <p slot="demand">Statements of the last 90 days</p>
    </flinks-upload>
    <flinks-accounts prop:accounts={[]} heading-level={3} on:accounts-error={({ detail }) => detail.flinksCode} />
  </>
);

export const bad = (
  <>
    {/* @ts-expect-error no such mode */}
    <flinks-upload mode="primry" />
    {/* @ts-expect-error there is no such detail */}
    <flinks-upload on:upload-offer={({ detail }) => detail.loginId} />
    {/* @ts-expect-error a promise is wanted */}
    <flinks-upload prop:getAuthorizeToken={() => 'token'} />
  </>
);
