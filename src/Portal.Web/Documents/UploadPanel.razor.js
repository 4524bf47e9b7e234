// Sends files to the portal's upload endpoint: three at once, with progress and cancelling. Bytes never pass through the circuit.
const panels = new Map();
const atOnce = 3;
const headBytes = 256 * 1024;

export function attach(id, dotnet, input, root) {
  const take = () => { choose(panel, [...input.files]); input.value = ''; };
  const zone = root.closest('[data-drop]') ?? root;
  const panel = { dotnet, input, root, zone, files: new Map(), next: 1, queue: [], running: new Map(), progress: new Map(), ended: [], timer: 0 };
  const listen = (target, type, handler) => {
    target.addEventListener(type, handler);
    return () => target.removeEventListener(type, handler);
  };
  const holdsFiles = event => [...(event.dataTransfer?.types ?? [])].includes('Files');
  let depth = 0;
  panel.off = [
    listen(input, 'change', take),
    listen(zone, 'dragenter', event => { if (holdsFiles(event)) { event.preventDefault(); depth++; zone.dataset.dropping = ''; } }),
    listen(zone, 'dragover', event => { if (holdsFiles(event)) event.preventDefault(); }),
    listen(zone, 'dragleave', event => { if (holdsFiles(event) && --depth <= 0) { depth = 0; delete zone.dataset.dropping; } }),
    listen(zone, 'drop', event => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      delete zone.dataset.dropping;
      const folders = new Set([...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(entry => entry?.isDirectory).map(entry => entry.name));
      choose(panel, [...event.dataTransfer.files].filter(file => !folders.has(file.name)));
    }),
  ];
  panels.set(id, panel);
  // Files can be chosen between the drawing of the panel and the coming of this script.
  if (input.files.length) take();
}

export function pick(id) { panels.get(id)?.input.click(); }

async function choose(panel, files) {
  for (let from = 0; from < files.length; from += 100) {
    const chosen = await Promise.all(files.slice(from, from + 100).map(async file => {
      const key = panel.next++;
      panel.files.set(key, file);
      return { key, name: file.name, bytes: file.size, columns: /\.csv$/i.test(file.name) ? await columnsOf(file) : null };
    }));
    await call(panel, 'ChosenAsync', chosen);
  }
  // The card stands below the list, which may be long.
  if (files.length) requestAnimationFrame(() => panel.root.scrollIntoView({ block: 'nearest' }));
}

// The first row by RFC 4180; null where there is none that could be used.
async function columnsOf(file) {
  const text = (await file.slice(0, headBytes).text()).replace(/^\uFEFF/, '');
  const columns = [];
  let field = '', quoted = false;
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === undefined) return null;
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') { field += '"'; at++; }
      else quoted = false;
    } else if (letter === '"' && field === '') quoted = true;
    else if (letter === ',' || letter === '\n' || letter === '\r' || letter === undefined) {
      columns.push(field);
      field = '';
      if (letter !== ',') break;
    } else field += letter;
  }
  return columns.every(column => column.trim()) ? columns : null;
}

export function start(id, jobs) {
  const panel = panels.get(id);
  if (!panel) return;
  panel.queue.push(...jobs);
  pump(panel);
}

function pump(panel) {
  while (panel.running.size < atOnce && panel.queue.length) send(panel, panel.queue.shift());
}

function send(panel, job) {
  const file = panel.files.get(job.key);
  const request = new XMLHttpRequest();
  panel.running.set(job.key, request);
  const end = (state, failure, code) => {
    if (!panel.running.delete(job.key)) return;
    if (state === 'stored') panel.files.delete(job.key);
    panel.ended.push({ key: job.key, state, failure, code });
    panel.progress.delete(job.key);
    tellSoon(panel, 0);
    pump(panel);
  };
  request.open('PUT', job.url);
  for (const [name, value] of Object.entries(job.headers)) request.setRequestHeader(name, value);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.onprogress = event => { panel.progress.set(job.key, event.loaded); tellSoon(panel, 250); };
  request.onload = () => request.status === 200 ? end('stored') : end('failed', ...reason(request));
  request.onerror = () => end('failed', 'The connection broke off. Nothing of the file was kept; try again.');
  request.onabort = () => end('cancelled');
  panel.progress.set(job.key, 0);
  tellSoon(panel, 0);
  request.send(file);
}

function reason(request) {
  try {
    const problem = JSON.parse(request.responseText);
    if (problem.sentence) return [`${problem.sentence} ${problem.remedy ?? ''}`.trim(), problem.code];
  } catch { /* not of the portal */ }
  return [request.status === 401 ? 'You are signed out. Sign in again in another tab, then try again.' : `The server answered ${request.status}.`, null];
}

// Progress goes to the circuit a few times a second for all files together.
function tellSoon(panel, delay) {
  if (panel.timer && delay) return;
  clearTimeout(panel.timer);
  panel.timer = setTimeout(() => {
    panel.timer = 0;
    const progress = [...panel.progress].map(([key, sent]) => ({ key, sent }));
    const ended = panel.ended.splice(0);
    call(panel, 'ProgressAsync', progress, ended);
  }, delay);
}

export function cancel(id, keys) {
  const panel = panels.get(id);
  if (!panel) return;
  for (const key of keys) {
    const at = panel.queue.findIndex(job => job.key === key);
    if (at >= 0) {
      panel.queue.splice(at, 1);
      panel.ended.push({ key, state: 'cancelled' });
      tellSoon(panel, 0);
    } else panel.running.get(key)?.abort();
  }
}

export function forget(id, keys) {
  for (const key of keys) panels.get(id)?.files.delete(key);
}

async function call(panel, method, ...args) {
  if (panel.gone) return;
  try { await panel.dotnet.invokeMethodAsync(method, ...args); } catch (error) {
    if (!panel.gone && !/circuit|disconnected|disposed|Cannot send data/i.test(String(error))) throw error;
  }
}

export function detach(id) {
  const panel = panels.get(id);
  if (!panel) return;
  panel.gone = true;
  panels.delete(id);
  clearTimeout(panel.timer);
  for (const off of panel.off) off();
  panel.queue.length = 0;
  for (const request of panel.running.values()) request.abort();
}
