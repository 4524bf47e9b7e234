// Everything the frame does without asking the server: theme, time zone, Ctrl-K, menus, reconnecting.
import { watchReconnect } from './reconnect.js';
import { rememberTheme, rememberZone } from './viewer.js';

rememberZone();
rememberTheme();
watchReconnect();

const typing = element => element?.closest?.('input, textarea, select, [contenteditable="true"]');

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    document.querySelector('[data-palette-open]')?.click();
  } else if (event.key === 'Escape' && !typing(event.target)) {
    closeMenus(null);
  }
});

// A menu is a <details>: it closes when the focus or a click goes elsewhere, or when something in it was chosen.
function closeMenus(except) {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (menu === except) continue;
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    menu.open = false;
  }
}

document.addEventListener('click', event => {
  const menu = event.target.closest?.('details[data-menu]');
  const chosen = menu && event.target.closest('a, button:not([data-stay])');
  closeMenus(chosen ? null : menu);
});

document.addEventListener('focusin', event => {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A copy button names the element whose text it copies, or carries the text itself.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy], [data-copy-from]');
  if (!button) return;
  const text = button.dataset.copy ?? document.getElementById(button.dataset.copyFrom)?.textContent ?? '';
  const said = button.querySelector('[data-copied]');
  try {
    await navigator.clipboard.writeText(text);
    button.dataset.state = 'copied';
    if (said) said.textContent = 'Copied';
  } catch {
    button.dataset.state = 'refused';
    if (said) said.textContent = 'The browser refused the clipboard';
  }
  setTimeout(() => { delete button.dataset.state; if (said) said.textContent = ''; }, 2000);
});
