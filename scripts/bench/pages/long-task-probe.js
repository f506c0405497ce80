// The longest time the main thread was blocked. Browsers report tasks only from 50 ms on, so a timer that fires
// every 4 ms measures, too: the gap between two of its turns exceeds the task by at most 4 ms.

export function startProbe() {
  let longestTask = 0;
  let longestGap = 0;
  let last = performance.now();
  let timer = setTimeout(turn, 0);

  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });

  function note(entries) {
    for (const { duration } of entries) longestTask = Math.max(longestTask, duration);
  }

  function turn() {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
    timer = setTimeout(turn, 0);
  }

  return {
    stop() {
      clearTimeout(timer);
      longestGap = Math.max(longestGap, performance.now() - last);
      note(observer.takeRecords());
      observer.disconnect();
      return { longestTask, longestGap };
    },
  };
}
