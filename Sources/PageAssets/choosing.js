// Choosing a commune: by pointer, by keyboard on the map, by name or code.

/** The commune that a pointer or the keyboard looks at, when none is pinned. */
let lookedAt = -1;

function preview(row) {
  if (row === lookedAt) return;
  lookedAt = row;
  mark(row >= 0 ? row : state.commune);
  tell(row >= 0 && !state.pinned ? row : state.commune);
}

drawn.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'touch') preview(rowOf(event.target));
});
drawn.addEventListener('pointerleave', () => preview(-1));

map.addEventListener('click', (event) => {
  if (dragged) return;
  const row = rowOf(event.target);
  change({ commune: row, pinned: row >= 0 });
  if (row >= 0) paths[row].focus({ preventScroll: true });
});

// The keyboard.

const opposite = [2, 3, 0, 1];
const arrowKeys = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
/** The names as they are searched: a name that is typed and a name that is looked for are folded by one function. */
const keys = places.name.map(folded);
const byName = [...places.name.keys()].sort((a, b) => places.name[a].localeCompare(places.name[b], data.language));
/** The step that the last arrow took, so that the opposite arrow goes back. */
let step = null;
let typed = '';
let typing = 0;

function target(row, direction) {
  if (step && step.to === row && opposite[step.direction] === direction) return step.from;
  return places.arrows[4 * row + direction];
}

function go(row) {
  if (row < 0) return;
  lookedAt = -1;
  change({ commune: row, pinned: state.pinned });
  paths[row].focus({ preventScroll: true });
  bring(row);
}

// Not on the group itself: Chromium makes a tab stop of a drawing's element that listens to the focus.
const canvas = map.parentElement;
canvas.addEventListener('focusin', (event) => {
  const row = rowOf(event.target);
  if (row >= 0 && state.commune < 0) preview(row);
});
canvas.addEventListener('focusout', () => preview(-1));

drawn.addEventListener('keydown', (event) => {
  const row = rowOf(event.target);
  if (row < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const direction = arrowKeys.indexOf(event.key);
  if (direction >= 0) {
    const next = target(row, direction);
    if (next >= 0) {
      step = { from: row, to: next, direction };
      go(next);
    }
  } else if (event.key === 'Home' || event.key === 'End') {
    go(byName[event.key === 'Home' ? 0 : count - 1]);
  } else if (event.key === 'PageDown' || event.key === 'PageUp') {
    const at = byName.indexOf(row) + (event.key === 'PageDown' ? 10 : -10);
    go(byName[clamp(at, 0, count - 1)]);
  } else if (typed !== '' && /^[ '’-]$/.test(event.key)) {
    jump(event.key, row);
  } else if (event.key === 'Enter' || event.key === ' ') {
    change({ commune: row, pinned: true });
  } else if (event.key === 'Escape') {
    release();
  } else if (event.key === '+' || event.key === '=') {
    zoom(1.6);
  } else if (event.key === '-' || event.key === '−') {
    zoom(1 / 1.6);
  } else if (event.key === '0') {
    move({ k: 1, x: 0, y: 0 });
  } else if (event.key.length === 1 && /\p{L}/u.test(event.key)) {
    jump(event.key, row);
  } else {
    return;
  }
  event.preventDefault();
});

/** Goes to the next commune whose name begins with what has been typed. */
function jump(letter, row) {
  clearTimeout(typing);
  typing = setTimeout(() => { typed = ''; }, 800);
  typed += letter;
  const from = byName.indexOf(row);
  const wanted = folded(typed);
  // The same letter again goes to the next name that begins so, unless a name begins with both.
  const again = new Set(wanted).size === 1 && !keys.some((name) => name.startsWith(wanted) && wanted.length > 1);
  for (let turn = again ? 1 : 0; turn <= count; turn += 1) {
    const next = byName[(from + turn) % count];
    if (keys[next].startsWith(again ? wanted[0] : wanted)) return go(next);
  }
}

function release() {
  change({ commune: -1, pinned: false });
  preview(-1);
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && state.commune >= 0) release();
});

// Search by name or code: an editable combobox with a list.

const input = byId('search');
const found = byId('found');
const mostFound = 12;
let matches = [];
let active = -1;

/** A text as the names are prepared: no accents, no case, hyphens as spaces, « St » as « Saint ». */
function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')
    .replace(/[-'’‐–_\s]+/g, ' ').trim().replace(/\bst(e?) /g, 'saint$1 ');
}

function search(text) {
  const wanted = folded(text);
  if (wanted === '') return [];
  const rank = (row) => {
    const name = keys[row];
    if (places.code[row].toLowerCase() === wanted || name === wanted) return 0;
    if (name.startsWith(wanted) || places.code[row].toLowerCase().startsWith(wanted)) return 1;
    return name.includes(` ${wanted}`) ? 2 : 3;
  };
  return byName.map((row) => [rank(row), row]).filter(([order]) => order < 3).sort((a, b) => a[0] - b[0]).map(([, row]) => row);
}

function list() {
  const all = search(input.value);
  matches = all.slice(0, mostFound);
  active = -1;
  input.removeAttribute('aria-activedescendant');
  const hasText = input.value.trim() !== '';
  found.hidden = !hasText;
  input.setAttribute('aria-expanded', String(hasText && matches.length > 0));
  found.replaceChildren(...matches.map((row, at) => element('li', { role: 'option', id: `found-${at}`, 'aria-selected': 'false' },
    places.name[row], element('span', { class: 'note' }, ` ${places.code[row]}`))));
  if (hasText && matches.length === 0) found.append(element('li', { class: 'note', role: 'presentation' }, say('foundNone')));
  if (hasText) announce(all.length === 0 ? say('foundNone') : all.length === 1 ? say('foundOne') : say('found', { n: all.length }));
}

function activate(at) {
  active = matches.length === 0 ? -1 : (at + matches.length) % matches.length;
  [...found.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === active)));
  if (active < 0) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', `found-${active}`);
  found.children[active].scrollIntoView({ block: 'nearest' });
}

function close() {
  found.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function take(row) {
  input.value = places.name[row];
  close();
  change({ commune: row, pinned: true });
  bring(row);
  announce(`${places.name[row]}, ${saidOf(row)}`);
}

input.addEventListener('input', list);
input.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (found.hidden) list();
    if (matches.length > 0) activate(active < 0 && event.key === 'ArrowUp' ? -1 : active + (event.key === 'ArrowDown' ? 1 : -1));
  } else if (event.key === 'Enter') {
    if (found.hidden) list();
    if (matches.length > 0) take(matches[Math.max(active, 0)]);
  } else if (event.key === 'Escape') {
    if (found.hidden) input.value = '';
    close();
  } else {
    return;
  }
  event.preventDefault();
});
input.addEventListener('blur', () => setTimeout(close, 150));
found.addEventListener('pointerdown', (event) => event.preventDefault());
found.addEventListener('click', (event) => {
  const at = [...found.children].indexOf(event.target.closest('li'));
  if (at >= 0 && at < matches.length) take(matches[at]);
});
