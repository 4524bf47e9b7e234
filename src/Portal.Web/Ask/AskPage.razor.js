/** Opens a source and brings it into sight. Blazor sets `open` too; a viewer may have closed it by hand since. */
export function reveal(id) {
  const source = document.getElementById(id);
  if (!source) return;
  source.open = true;
  source.scrollIntoView({ block: 'nearest' });
  source.querySelector('summary')?.focus({ preventScroll: true });
}
