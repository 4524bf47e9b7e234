// The viewer's theme and time zone are cookies, so that the server renders both right in the first response.
const year = 31536000;
const set = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax`; };
const get = name => document.cookie.split('; ').find(c => c.startsWith(`${name}=`))?.slice(name.length + 1);

export function rememberZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // The first page of a new browser comes before the cookie: its circuit asks.
  window.portalZone = () => zone ?? null;
  if (zone && decodeURIComponent(get('portal-zone') ?? '') !== zone) set('portal-zone', zone);
}

export function rememberTheme() {
  mark();
  document.addEventListener('click', event => {
    const choice = event.target.closest?.('[data-theme-choice]')?.dataset.themeChoice;
    if (!choice) return;
    set('portal-theme', choice);
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    mark();
  });
  // The frame is rendered again when the circuit takes over; the marks have to be set on what is there then.
  new MutationObserver(mark).observe(document.body, { childList: true, subtree: true });
}

function mark() {
  const current = document.documentElement.dataset.theme ?? 'system';
  for (const button of document.querySelectorAll('[data-theme-choice]')) {
    const pressed = String(button.dataset.themeChoice === current);
    if (button.getAttribute('aria-pressed') !== pressed) button.setAttribute('aria-pressed', pressed);
  }
}
