// Keys of every data table: "/" to its filter, j k and arrows between rows, Enter opens, Space selects.
const tables = new Set();
let listening = false;

export function attach(root) {
  tables.add(root);
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', onKey);
}

const typing = element => element.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]');

function nearest(target) {
  for (const table of tables) if (!table.isConnected) tables.delete(table);
  const inSight = [...tables].filter(table => table.checkVisibility?.() ?? true);
  return inSight.find(table => table.contains(target)) ?? inSight.sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)[0];
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target;
  if (target.closest?.('dialog') || document.querySelector('dialog[open]')) return;
  const table = nearest(target);
  if (!table) return;

  if (typing(target)) {
    if (target.matches('[data-filter]') && table.contains(target) && (event.key === 'ArrowDown' || event.key === 'Escape')) {
      event.preventDefault();
      if (event.key === 'ArrowDown') move(table, 1); else target.blur();
    }
    return;
  }

  const row = target.closest?.('tr[data-row]');
  const onRow = row && table.contains(row) && target === row;
  switch (event.key) {
    case '/': {
      const filter = table.querySelector('[data-filter]');
      if (filter) { event.preventDefault(); filter.focus(); filter.select(); }
      break;
    }
    case 'j': event.preventDefault(); move(table, 1); break;
    case 'k': event.preventDefault(); move(table, -1); break;
    case 'ArrowDown': if (row) { event.preventDefault(); move(table, 1); } break;
    case 'ArrowUp': if (row) { event.preventDefault(); move(table, -1); } break;
    case 'Enter': if (onRow) { event.preventDefault(); row.querySelector('[data-open]')?.click(); } break;
    case ' ': if (onRow) { event.preventDefault(); row.querySelector('[data-pick]')?.click(); } break;
    case 'Escape': document.querySelector('[data-peek-close]')?.click(); break;
  }
}

function move(table, step) {
  const rows = [...table.querySelectorAll('tr[data-row]')];
  if (!rows.length) return;
  const focused = rows.findIndex(row => row.contains(document.activeElement));
  const from = focused >= 0 ? focused : rows.findIndex(row => row.getAttribute('aria-selected') === 'true' && table.hasAttribute('data-follow'));
  const next = rows[from < 0 ? (step > 0 ? 0 : rows.length - 1) : from + step];
  if (!next) {
    // Virtual rows: what lies beyond is not in the document until it is scrolled to.
    table.querySelector('.table-scroll.virtual')?.scrollBy({ top: step * 120 });
    return;
  }
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  if (table.hasAttribute('data-follow')) next.querySelector('[data-open]')?.click();
}
