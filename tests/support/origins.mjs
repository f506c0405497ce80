// Where the lender's page and Connect are, and the policy that is between them.
export const HOST_ORIGIN = 'https://lender.example';
export const CONNECT_ORIGIN = 'https://toolbox-iframe.private.fin.ag';

/** The CSP that docs/deployment.md promises to support, with Connect at `origin`; `directives` replace or add some. */
export function policyWith(origin, directives = {}) {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'frame-src': origin,
    ...directives,
  };
  return Object.entries(policy).map((directive) => directive.join(' ')).join('; ');
}

export const POLICY = policyWith(CONNECT_ORIGIN);
