// The table of communes: sorted by its headings, filtered by the legend, and given as a file.

const table = document.querySelector('#table-communes table');
const article = byId('table-communes');
const lines = table ? [...table.tBodies[0].rows] : [];
const rowOfLine = new Map(lines.map((line) => [line, rowOfCode.get(line.cells[0].textContent)]));
const lineOfRow = new Map([...rowOfLine].map(([line, row]) => [row, line]));
let sorted = { column: -1, isDown: false };

if (table) {
  table.id = 'communes';
  // The table stands with the map that filters it.
  byId('list').append(article);
  for (const details of article.querySelectorAll('details')) details.open = true;
  [...table.tHead.rows[0].cells].forEach((cell, column) => {
    const button = element('button', { type: 'button' }, cell.textContent, element('span', { 'aria-hidden': 'true', class: 'sort' }, ' ↕'));
    button.addEventListener('click', () => sort(column));
    cell.replaceChildren(button);
  });
  // The name of a commune is a button, so that a row is chosen without a pointer; all are one tab stop.
  for (const line of lines) {
    const cell = line.cells[1];
    cell.replaceChildren(element('button', { type: 'button', class: 'link', tabindex: '-1' }, cell.textContent));
  }
}

const buttonOf = (line) => line.cells[1].firstChild;

let stop = null;

/** Makes one shown row the tab stop: that of the chosen commune, else the first. */
function stopAt(line = lineOfRow.get(state.commune)) {
  if (!table) return;
  if (stop) buttonOf(stop).tabIndex = -1;
  stop = line && !line.hidden ? line : [...table.tBodies[0].rows].find((other) => !other.hidden);
  if (stop) buttonOf(stop).tabIndex = 0;
}

table?.tBodies[0].addEventListener('keydown', (event) => {
  const direction = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  if (!direction) return;
  let line = event.target.closest('tr')[direction];
  while (line?.hidden) line = line[direction];
  if (!line) return;
  stopAt(line);
  buttonOf(line).focus();
  event.preventDefault();
});

const isNumeric = (column) => table.tHead.rows[0].cells[column].classList.contains('n');

/** The number of a cell as it is printed; null for a sign such as `…`. */
function numberIn(cell) {
  const text = cell.textContent.replace(/[\s\u00a0\u202f]/g, '');
  const plain = data.language === 'fr' ? text.replace(',', '.') : text.replaceAll(',', '');
  const number = Number.parseFloat(plain.replace('−', '-'));
  return Number.isNaN(number) ? null : number;
}

function sort(column) {
  const isDown = sorted.column === column && !sorted.isDown;
  sorted = { column, isDown };
  const key = (line) => (isNumeric(column) ? numberIn(line.cells[column]) : line.cells[column].textContent);
  const keyed = lines.map((line) => [key(line), line]);
  // What has no number stands last both ways.
  keyed.sort(([a], [b]) => {
    if (a === null || b === null) return (a === null) - (b === null);
    const order = typeof a === 'number' ? a - b : a.localeCompare(b, data.language, { numeric: true });
    return isDown ? -order : order;
  });
  table.tBodies[0].append(...keyed.map(([, line]) => line));
  [...table.tHead.rows[0].cells].forEach((cell, at) => {
    if (at === column) cell.setAttribute('aria-sort', isDown ? 'descending' : 'ascending'); else cell.removeAttribute('aria-sort');
    cell.querySelector('.sort').textContent = at === column ? (isDown ? ' ▼' : ' ▲') : ' ↕';
  });
  stopAt();
}

function filter() {
  let shown = 0;
  for (const [line, row] of rowOfLine) {
    const isShown = row === undefined || isLit(row);
    line.hidden = !isShown;
    if (isShown) shown += 1;
  }
  const text = state.rows.size === 0 ? say('all') : say('filtered', { n: printed(shown, 0), m: printed(lines.length, 0) });
  byId('shown').textContent = text;
  stopAt();
  return text;
}

function markLine() {
  const before = table?.querySelector('.chosen');
  before?.classList.remove('chosen');
  if (before) buttonOf(before).removeAttribute('aria-current');
  const line = lineOfRow.get(state.commune);
  line?.classList.add('chosen');
  if (line) buttonOf(line).setAttribute('aria-current', 'true');
  stopAt();
}

table?.tBodies[0].addEventListener('click', (event) => {
  const row = rowOfLine.get(event.target.closest('tr'));
  if (row === undefined) return;
  change({ commune: row, pinned: true });
  bring(row);
});

// The file: what is shown, as a spreadsheet in the reader's language opens it.

/** A field that a spreadsheet takes for what it is: no text becomes a formula, no code loses a zero. */
function field(text, separator) {
  let safe = /^[=+\-@\t\r]/.test(text) && !/^[-+]?[\d\s.,\u00a0\u202f]+$/.test(text) ? `'${text}` : text;
  if (/^0\d+$/.test(text)) safe = `="${text}"`;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv() {
  const separator = data.language === 'fr' ? ';' : ',';
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.querySelector('button').firstChild.textContent);
  const inside = trialSet();
  const text = (cell) => (cell.classList.contains('n')
    ? cell.textContent.replace(data.language === 'fr' ? /[\s\u00a0\u202f]/g : /,/g, '') : cell.textContent);
  const rows = [...table.tBodies[0].rows].filter((line) => !line.hidden).map((line) => [
    ...[...line.cells].map(text), ...(inside ? [say(inside.has(rowOfLine.get(line)) ? 'inside' : 'outside')] : [])]);
  if (inside) heads.push(say('trialColumn', { radius: radiusWords() }));
  return `\ufeff${[heads, ...rows].map((row) => row.map((item) => field(item, separator)).join(separator)).join('\r\n')}\r\n`;
}

byId('download').addEventListener('click', () => {
  const url = URL.createObjectURL(new Blob([csv()], { type: 'text/csv' }));
  const tried = state.km === null ? '' : `-${say('trialFile')}-${state.km}-km`;
  const name = `${say('file')}-${state.show.replaceAll(':', '-')}${tried}.csv`;
  const anchor = element('a', { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
});
