// Reports as the check makes them, of what a test says about files.

/** As `core::files` has them. */
const LIMITS = { maxFiles: 24, maxTotalSize: 180_000_000, maxFileSize: 20_000_000, accept: 'pdf' };
const OVER_LIMITS = ['too-many-files', 'over-total-size', 'over-file-size'];

const isAccepted = ({ status }) => status === 'ready' || status === 'warning';
const sum = (files) => files.reduce((total, { size }) => total + size, 0);

function statusOf(findings) {
  if (findings.some(({ severity }) => severity === 'error')) return 'rejected';
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'ready';
}

function fileReport({ findings = [], ...given }, index) {
  return {
    id: index + 1, name: `statement-${index + 1}.pdf`, size: 100_000, status: statusOf(findings), kind: 'pdf', pages: 1, encryption: 'none',
    text: 'text', statement: null, ...given, findings,
  };
}

/** A report on files of which only what matters is given; `fields` are further fields of the report. */
export function report(files = [], fields = {}) {
  const reports = files.map(fileReport);
  const accepted = reports.filter(isAccepted);
  const complete = reports.every(({ status }) => status !== 'checking');
  const isOver = ({ code, severity }) => severity === 'error' && OVER_LIMITS.includes(code);
  return {
    files: reports,
    coverage: null,
    findings: [],
    totals: { files: reports.length, ready: accepted.length, bytes: sum(reports), readyBytes: sum(accepted) },
    limits: { ...LIMITS },
    complete,
    withinLimits: !reports.some(({ findings }) => findings.some(isOver)),
    canContinue: complete && accepted.length > 0,
    ...fields,
  };
}
