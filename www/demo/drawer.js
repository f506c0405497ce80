// The drawer with the demo's controls (the page itself opens it, before the first picture): beside the page where there is room, a sheet at its foot on a phone. Which tab is open
// stands in the address, nothing is stored.

const drawer = document.querySelector('.scenarios');
const handle = drawer.querySelector('summary');
const tabs = [...drawer.querySelectorAll('[role=tab]')];
const said = document.querySelector('#said');
const wide = matchMedia('(min-width: 60rem)');

const panelOf = (tab) => document.getElementById(tab.getAttribute('aria-controls'));
const nameOf = (tab) => tab.id.replace('tab-', '');

/** The tabs of the pattern of that name: one is in the tab order, arrows go from one to the next. */
function show(tab) {
  for (const one of tabs) {
    one.setAttribute('aria-selected', one === tab);
    one.tabIndex = one === tab ? 0 : -1;
    panelOf(one).hidden = one !== tab;
  }
  drawer.scrollTop = 0;
}

function keepInAddress() {
  const url = new URL(location);
  const tab = tabs.find((one) => one.tabIndex === 0);
  const wanted = drawer.open || !wide.matches ? nameOf(tab) : 'closed';
  if (wanted === 'scenario') url.searchParams.delete('panel');
  else url.searchParams.set('panel', wanted);
  history.replaceState(null, '', url);
}

function move(event) {
  const at = tabs.indexOf(event.target);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const tab = tabs[(to + tabs.length) % tabs.length];
  tab.focus();
  tab.click();
}

function close(event) {
  if (event.key !== 'Escape' || wide.matches || !drawer.open) return;
  const heldFocus = drawer.contains(document.activeElement);
  drawer.open = false;
  if (heldFocus) handle.focus();
}

let silence;

/** One sentence, for the eye and the ear. */
export function say(text) {
  said.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => (said.textContent = ''), 4000);
}

/** Puts text into the clipboard, and says so; where that is forbidden, says that. */
export async function copy(text, name) {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied: ${name}`);
  } catch {
    say('This browser doesn’t let the page copy. Select the text and copy it yourself.');
  }
}

export function openDrawer() {
  const wanted = new URLSearchParams(location.search).get('panel');
  show(tabs.find((tab) => nameOf(tab) === wanted) ?? tabs[0]);
  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      show(tab);
      keepInAddress();
    });
    tab.addEventListener('keydown', move);
  }
  drawer.addEventListener('toggle', keepInAddress);
  addEventListener('keydown', close);
  document.querySelector('#share').addEventListener('click', () => copy(location.href, 'the link'));
}
