// What the page shows, and the address in which it stands: a link shows what its sender saw.

const data = JSON.parse(document.getElementById('data').textContent);
const places = data.communes;
const count = places.code.length;
const SVG = 'http://www.w3.org/2000/svg';

const byId = (id) => document.getElementById(id);
const say = (key, values = {}) => data.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
const formats = [0, 1, 2].map((digits) => new Intl.NumberFormat(data.language, { maximumFractionDigits: digits }));
const printed = (number, digits = 1) => formats[digits].format(number);

/** French sets a space before colons and semicolons. */
const [colon, semicolon] = data.language === 'fr' ? [' : ', ' ; '] : [': ', '; '];

/** An element with attributes, and texts or elements inside; texts are never read as markup. */
function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

const rowOfCode = new Map(places.code.map((code, row) => [code, row]));
const viewOfId = new Map(data.views.map((view) => [view.id, view]));

/** `commune` is a row or −1; `km` is null until the reader tries a radius; `rows` are rows of the legend. */
const state = { show: data.views[0].id, commune: -1, pinned: false, start: '', km: null, rows: new Set() };
const view = () => viewOfId.get(state.show);

const listeners = [];
/** Calls a function with the names of what has changed, whenever something has. */
const whenChanged = (listener) => listeners.push(listener);

/** Changes the state and tells everybody; `isOwn` is false when the address already says it. */
function change(values, isOwn = true) {
  const changed = new Set(Object.keys(values).filter((key) => state[key] !== values[key]));
  if (changed.size === 0) return;
  Object.assign(state, values);
  if (changed.has('show') && !changed.has('rows') && state.rows.size > 0) {
    state.rows = new Set();
    changed.add('rows');
  }
  for (const listener of listeners) listener(changed);
  if (isOwn) writeAddress(changed);
}

// The address.

function address() {
  const parts = [['show', state.show]];
  if (state.commune >= 0) parts.push(['commune', places.code[state.commune]]);
  if (state.km !== null) parts.push(['from', state.start], ['km', state.km]);
  if (state.rows.size > 0) parts.push(['classes', [...state.rows].sort((a, b) => a - b).join('.')]);
  return '#' + parts.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%3A', ':')}`).join('&');
}

let waiting = 0;
let isStep = false;

/** Writes the address once a gesture, because browsers ignore a burst of writes; a pulled radius makes no step back. */
function writeAddress(changed) {
  isStep ||= ['show', 'commune', 'start', 'rows'].some((key) => changed.has(key));
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const next = address();
    const step = isStep;
    isStep = false;
    if (next === location.hash) return;
    try {
      history[step ? 'pushState' : 'replaceState'](null, '', next);
    } catch {
      location.replace(next);
    }
  }, 250);
}

/** Takes the state from the address; one that only leads to a place of the page changes nothing. */
function readAddress() {
  const values = new URLSearchParams(location.hash.slice(1));
  if (location.hash !== '' && !['show', 'commune', 'km'].some((key) => values.has(key))) return;
  const show = viewOfId.has(values.get('show')) ? values.get('show') : data.views[0].id;
  const commune = rowOfCode.get(values.get('commune')) ?? -1;
  const km = Math.round(2 * Number.parseFloat(values.get('km'))) / 2;
  const start = isStart(values.get('from')) ? values.get('from') : firstStart();
  const last = viewOfId.get(show).rows.length;
  const rows = (values.get('classes') ?? '').split('.').filter((text) => /^\d+$/.test(text)).map(Number);
  change({
    show, commune, pinned: commune >= 0, start, km: km >= 0 && km <= 60 ? km : null,
    rows: new Set(rows.filter((row) => row < last && viewOfId.get(show).rows[row].classes.length > 0)),
  }, false);
}

// Counts, said aloud.

const regions = [byId('status'), byId('status-too')];
let saying = 0;

/** Says a text once the reader pauses; two regions take turns, so that the same text is spoken again. */
function announce(text) {
  clearTimeout(saying);
  saying = setTimeout(() => {
    regions.reverse();
    regions[0].textContent = text;
    regions[1].textContent = '';
  }, 700);
}

/** People of some communes in words: unknown is not zero. */
function people(rows) {
  let known = 0;
  let without = 0;
  for (const row of rows) {
    if (places.population[row] === null) without += 1; else known += places.population[row];
  }
  if (without === 0) return say(known < 2 ? 'inhabitant' : 'inhabitants', { n: printed(known, 0) });
  return without === rows.length ? say('notKnown') : say('atLeast', { n: printed(known, 0), m: printed(without, 0) });
}

function communes(number) {
  if (number === 0) return say('noCommune');
  return say(number === 1 ? 'commune' : 'communes', { n: printed(number, 0) });
}

/** « de Dourdan », « d’Étampes », « du Val-Saint-Germain ». */
function of(name) {
  if (data.language !== 'fr') return `of ${name}`;
  if (/^(la |l[’'])/i.test(name)) return `de ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  if (/^les /i.test(name)) return `des ${name.slice(4)}`;
  if (/^le /i.test(name)) return `du ${name.slice(3)}`;
  return /^[aeiouyhàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`;
}
