// How long the page's main thread was busy in one go. The browser reports tasks only from 50 ms on, so a timer that
// comes round every 4 ms looks, too: a gap between two of its turns is at most 4 ms longer than the task inside.

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
