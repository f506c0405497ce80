// The drawer with the demo's controls: beside the page where there is room, a sheet at its foot on a phone. The page itself
// opens it before the first paint. The open tab is in the address; nothing is stored.

const drawer = document.querySelector('.scenarios');
const handle = drawer.querySelector('summary');
const tabs = [...drawer.querySelectorAll('[role=tab]')];
const toast = document.querySelector('#said');
const wide = matchMedia('(min-width: 60rem)');

const panelOf = (tab) => document.getElementById(tab.getAttribute('aria-controls'));
const nameOf = (tab) => tab.id.replace('tab-', '');

/** Tabs as in the ARIA pattern: one is in the tab order, arrow keys move between them. */
function show(tab) {
  for (const one of tabs) {
    one.setAttribute('aria-selected', one === tab);
    one.tabIndex = one === tab ? 0 : -1;
    panelOf(one).hidden = one !== tab;
  }
  drawer.scrollTop = 0;
}

function updateAddress() {
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

let hideTimer;

/** Shows one sentence for a few seconds, in a live region. */
export function announce(text) {
  toast.textContent = text;
  clearTimeout(hideTimer);
  hideTimer = setTimeout(() => (toast.textContent = ''), 4000);
}

/** Copies text, and announces whether the browser allowed it. */
export async function copy(text, name) {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Copied: ${name}`);
  } catch {
    announce('This browser doesn’t let the page copy. Select the text and copy it yourself.');
  }
}

export function openDrawer() {
  const wanted = new URLSearchParams(location.search).get('panel');
  show(tabs.find((tab) => nameOf(tab) === wanted) ?? tabs[0]);
  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      show(tab);
      updateAddress();
    });
    tab.addEventListener('keydown', move);
  }
  drawer.addEventListener('toggle', updateAddress);
  addEventListener('keydown', close);
  document.querySelector('#share').addEventListener('click', () => copy(location.href, 'the link'));
}
