// The order of measurements. Everyone once a round, each round beginning with another, so that a slow minute of a shared
// machine hits no one alone; and an end, for a machine that is busy.

/** Fewer make no median. */
const MIN_ROUNDS = 3;

/** As many rounds as asked for, but none is begun after so many `minutes` once there are three. Gives each one's runs. */
export async function inRounds({ subjects, repeat, minutes, say }, measure) {
  const runs = new Map(subjects.map((subject) => [subject, []]));
  const began = Date.now();
  for (let round = 0; round < repeat; round++) {
    if (round >= MIN_ROUNDS && Date.now() - began > minutes * 60_000) {
      say(`  ${round} rounds must do: ${minutes} minutes are over`);
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
