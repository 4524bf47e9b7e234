// Opens a native modal dialog and gives the focus back once it has gone.
const openers = new Map();

export function open(dialog, id) {
  openers.set(id, document.activeElement);
  dialog.showModal();
  (dialog.querySelector('[autofocus]') ?? dialog.querySelector('.dialog-body :is(input, select, textarea):not(:disabled)') ?? dialog.querySelector('.dialog-foot button'))?.focus();
}

export function closed(id) {
  const opener = openers.get(id);
  openers.delete(id);
  if (opener?.isConnected) opener.focus();
}
