// The palette is a native modal dialog: focus stays inside and returns to where it was.
export function open(dialog) {
  if (!dialog.dataset.ready) {
    dialog.dataset.ready = 'true';
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
    });
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('[data-palette-input]')?.focus();
}

export function close(dialog) {
  dialog.close();
}

export function reveal(id) {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}
