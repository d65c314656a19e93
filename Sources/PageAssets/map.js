// The map: one path a commune, names that come with scale, zoom and pan.

const map = byId('map');
const camera = byId('camera');
const drawn = byId('communes-drawn');
const nameLayer = byId('names');
const [width, height] = data.size;
const paths = [];
const most = 16;

/** The enlargement, and where the corner of the map lies, in px of the map. */
let look = { k: 1, x: 0, y: 0 };

for (let row = 0; row < count; row += 1) {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('role', 'option');
  path.setAttribute('aria-selected', 'false');
  path.setAttribute('tabindex', '-1');
  path.setAttribute('data-insee', places.code[row]);
  // The still maps use the same outline, which is in the page once.
  path.setAttribute('d', byId(`o${row}`)?.getAttribute('d') ?? '');
  paths.push(path);
}
drawn.append(...paths);

const rowOf = (target) => {
  const path = target instanceof Element ? target.closest('[data-insee]') : null;
  return path && drawn.contains(path) ? rowOfCode.get(path.getAttribute('data-insee')) : -1;
};

// What it shows.

const legendOf = (row) => view().rows.find((item) => item.classes.includes(view().classes[row]));

function paint() {
  const shown = view();
  byId('explore').dataset.view = shown.id;
  byId('map-title').textContent = shown.title;
  byId('map-subtitle').textContent = shown.subtitle;
  byId('map-source').textContent = shown.source;
  for (const layer of map.querySelectorAll('.over')) layer.style.display = layer.dataset.of === shown.id ? '' : 'none';
  paths.forEach((path, row) => {
    path.setAttribute('class', shown.styles[shown.classes[row]]);
    path.setAttribute('aria-label', [places.name[row], saidOf(row), legendOf(row)?.label].filter(Boolean).join(', '));
  });
  light();
}

/** What the map says of a commune, without its name. */
const saidOf = (row) => view().said[row] ?? '';

/** Whether the legend's pressed rows and the trial let a commune stand out. */
const isLit = (row) => state.rows.size === 0
  || [...state.rows].some((item) => view().rows[item].classes.includes(view().classes[row]));

function light() {
  const inside = trialSet();
  paths.forEach((path, row) => path.classList.toggle('dim', !isLit(row) || (inside !== null && !inside.has(row))));
}

// The ring around the commune that is looked at, and around the one that is chosen.

function ring(id, row) {
  byId(id).setAttribute('d', row >= 0 ? paths[row].getAttribute('d') : '');
}

function mark(row) {
  ring('ring', row);
  ring('ring-inner', row);
}

/** The tab stop; only what changes is written, because a key pressed in a large territory must answer at once. */
let tabStop = paths[0];

function choose() {
  ring('pinned', state.pinned ? state.commune : -1);
  mark(state.commune);
  tabStop.setAttribute('aria-selected', 'false');
  tabStop.setAttribute('tabindex', '-1');
  tabStop = paths[state.commune >= 0 ? state.commune : largest];
  tabStop.setAttribute('aria-selected', String(state.commune >= 0));
  tabStop.setAttribute('tabindex', '0');
}

const largest = places.population.reduce((best, people, row) => (people ?? -1) > (places.population[best] ?? -1) ? row : best, 0);

// Enlarging and moving.

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
let resting = 0;

function move(next) {
  const k = clamp(next.k, 1, most);
  look = { k, x: clamp(next.x, width * (1 - k), 0), y: clamp(next.y, height * (1 - k), 0) };
  camera.setAttribute('transform', `translate(${look.x.toFixed(2)} ${look.y.toFixed(2)}) scale(${look.k.toFixed(4)})`);
  map.classList.toggle('moved', look.k > 1);
  clearTimeout(resting);
  resting = setTimeout(rest, 120);
}

/** Enlarges by a factor about a point of the map's own px. */
function zoom(factor, at = { x: width / 2, y: height / 2 }) {
  const k = clamp(look.k * factor, 1, most);
  const ratio = k / look.k;
  move({ k, x: at.x - ratio * (at.x - look.x), y: at.y - ratio * (at.y - look.y) });
}

/** How many px of the screen one px of the map takes, not counting its enlargement. */
const pixels = () => map.getScreenCTM()?.a || 1;

/** Names and signs keep their size on screen; a name stays from the enlargement on at which it came. */
function rest() {
  const scale = look.k * pixels();
  const size = 12 / scale;
  nameLayer.setAttribute('font-size', size.toFixed(3));
  nameLayer.setAttribute('stroke-width', (size / 4).toFixed(3));
  for (const circle of map.querySelectorAll('circle.site, circle.candidate')) {
    circle.dataset.r ??= circle.getAttribute('r');
    circle.setAttribute('r', (circle.dataset.r / look.k).toFixed(2));
  }
  const left = -look.x / look.k;
  const top = -look.y / look.k;
  const shown = places.names.filter(([, x, y, from]) => from <= scale + 1e-6
    && x >= left && x <= left + width / look.k && y >= top && y <= top + height / look.k);
  nameLayer.replaceChildren(...shown.map(([row, x, y, from, short]) => {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', x);
    text.setAttribute('y', (y + size * 0.36).toFixed(2));
    text.setAttribute('data-k', from);
    text.textContent = short ?? places.name[row];
    return text;
  }));
}

/** Brings a commune into view, larger when it is small. */
function bring(row) {
  const [x0, y0, x1, y1] = places.box.slice(4 * row, 4 * row + 4);
  const inView = (x, y) => x * look.k + look.x > 0 && x * look.k + look.x < width
    && y * look.k + look.y > 0 && y * look.k + look.y < height;
  const isLarge = Math.max(x1 - x0, y1 - y0) * look.k * pixels() >= 24;
  if (isLarge && inView(x0, y0) && inView(x1, y1)) return;
  const k = isLarge ? look.k : clamp(40 / (pixels() * Math.max(x1 - x0, y1 - y0, 0.1)), look.k, most);
  move({ k, x: width / 2 - k * (x0 + x1) / 2, y: height / 2 - k * (y0 + y1) / 2 });
}

/** A place of the screen in px of the map. */
const pointAt = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());

let hinting = 0;
function hint() {
  byId('gesture').textContent = say('gesture');
  clearTimeout(hinting);
  hinting = setTimeout(() => { byId('gesture').textContent = ''; }, 1500);
}

// A wheel alone scrolls the page; a trackpad's pinch arrives as a wheel with Ctrl.
map.addEventListener('wheel', (event) => {
  if (!event.ctrlKey && !event.metaKey) return hint();
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.002;
  zoom(2 ** clamp(-event.deltaY * unit * (event.deltaMode === 0 && Math.abs(event.deltaY) < 20 ? 10 : 1), -1, 1), pointAt(event));
}, { passive: false });

const fingers = new Map();
let dragged = false;

map.addEventListener('pointerdown', (event) => {
  if (fingers.size === 0) dragged = false;
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});

addEventListener('pointermove', (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = { x: event.clientX, y: event.clientY };
  const perPixel = 1 / pixels();
  if (fingers.size === 2) {
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, finger]) => finger);
    const apart = (a) => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y));
    const middle = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
    dragged = true;
    zoom(apart(now) / apart(before), pointAt(middle));
    move({ k: look.k, x: look.x + (now.x - before.x) / 2 * perPixel, y: look.y + (now.y - before.y) / 2 * perPixel });
  } else if (event.pointerType === 'mouse' && look.k > 1) {
    // A hand that trembles still clicks.
    if (!dragged && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    dragged = true;
    move({ k: look.k, x: look.x + (now.x - before.x) * perPixel, y: look.y + (now.y - before.y) * perPixel });
  } else {
    return;
  }
  fingers.set(event.pointerId, now);
});

for (const end of ['pointerup', 'pointercancel']) addEventListener(end, (event) => fingers.delete(event.pointerId));

byId('zoom-in').addEventListener('click', () => zoom(1.6));
byId('zoom-out').addEventListener('click', () => zoom(1 / 1.6));
byId('zoom-all').addEventListener('click', () => move({ k: 1, x: 0, y: 0 }));
new ResizeObserver(rest).observe(map);
