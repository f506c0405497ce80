// What is in a receipt: what `core::results::receipt::contents` is in Rust. `tests/receipts.json` holds both to the same results.

/** Makes a receipt of a report. `hashes` are in the order of its files: SHA-256 in hexadecimal digits, or null. */
export function receiptOf({ files, totals }, hashes, madeAt) {
  const lines = files.map(({ name, size, pages, status, findings, statement }, index) => {
    return { name, size, pages, sha256: hashes[index] ?? null, status, findings: findings.map(({ code }) => code), statement };
  });
  return { madeAt, files: lines, totals };
}
