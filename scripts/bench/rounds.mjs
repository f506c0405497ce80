// The order of measurements. Each round measures every subject once and starts with a different one, so that a slow minute
// does not affect a single subject. On a busy machine the rounds end early.

/** Fewer make no median. */
const MIN_ROUNDS = 3;

/** Runs `repeat` rounds, but after three starts none once `minutes` have passed. Returns the runs of each subject. */
export async function inRounds({ subjects, repeat, minutes, say }, measure) {
  const runs = new Map(subjects.map((subject) => [subject, []]));
  const began = Date.now();
  for (let round = 0; round < repeat; round++) {
    if (round >= MIN_ROUNDS && Date.now() - began > minutes * 60_000) {
      say(`  ${round} rounds only: ${minutes} minutes have passed`);
      break;
    }
    say(`  round ${round + 1} of ${repeat}`);
    for (let at = 0; at < subjects.length; at++) {
      const subject = subjects[(at + round * 3) % subjects.length];
      runs.get(subject).push(await measure(subject));
    }
  }
  return runs;
}
