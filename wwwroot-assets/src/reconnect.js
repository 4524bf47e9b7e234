// blazor.web.js sets components-reconnect-{show,hide,failed,rejected} on #components-reconnect-modal and stops trying after a while.
// Here: keep trying once it has given up, and reload when the server no longer knows this circuit.
const name = 'components-reconnect-';

export function watchReconnect() {
  const overlay = document.getElementById('components-reconnect-modal');
  if (!overlay) return;
  let timer = 0, rounds = 0;

  const stateOf = () => ['rejected', 'failed', 'show'].find(s => overlay.classList.contains(name + s)) ?? 'hide';

  async function tryAgain() {
    clearTimeout(timer);
    try {
      const answer = await fetch('/healthz', { cache: 'no-store' });
      if (!answer.ok) throw new Error(`healthz ${answer.status}`);
    } catch {
      rounds++;
      timer = setTimeout(tryAgain, Math.min(10000, 1000 * 2 ** Math.min(rounds, 4)));
      return;
    }
    // The server answers. A circuit it still knows goes on; one it does not know (a new process) means a fresh page.
    let kept = false;
    try { kept = await window.Blazor?.reconnect?.() ?? false; } catch { kept = false; }
    if (!kept) location.reload();
  }

  function follow() {
    const state = stateOf();
    overlay.toggleAttribute('aria-hidden', false);
    if (state === 'rejected') { clearTimeout(timer); location.reload(); }
    else if (state === 'failed') tryAgain();
    else if (state === 'hide') { clearTimeout(timer); rounds = 0; }
    if (state === 'show' || state === 'failed') overlay.querySelector('button:not([hidden])')?.focus?.({ preventScroll: true });
  }

  new MutationObserver(follow).observe(overlay, { attributes: true, attributeFilter: ['class'] });
  overlay.addEventListener('click', event => {
    if (event.target.closest('[data-reconnect]')) tryAgain();
    if (event.target.closest('[data-reload]')) location.reload();
  });
}
