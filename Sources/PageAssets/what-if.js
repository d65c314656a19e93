// A radius that the reader tries. It decides nothing, and says so wherever it is seen.

const slider = byId('km');
const startList = byId('start');
const trial = byId('trial');

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const pairs = bytes(data.pairs);
const siteSteps = new Map(data.starts.map((site) => [site.id, bytes(site.steps)]));
const siteOf = new Map(data.starts.map((site) => [site.id, site]));

function isStart(id) { return siteOf.has(id) || rowOfCode.has(id); }
function firstStart() { return data.starts[0]?.id ?? places.code[largest]; }

/** The first half-kilometre, counted from 0, at which a radius from a start reaches a commune; 255: beyond 60 km. */
function stepTo(start, row) {
  if (siteSteps.has(start)) return siteSteps.get(start)[row];
  const from = rowOfCode.get(start);
  if (from === row) return places.at[2 * row] === null ? 255 : 0;
  const [high, low] = from > row ? [from, row] : [row, from];
  return pairs[high * (high - 1) / 2 + low];
}

function within(start, km) {
  const rows = [];
  for (let row = 0; row < count; row += 1) if (stepTo(start, row) <= 2 * km) rows.push(row);
  return rows;
}

/** The name of a start inside a sentence: « le Pôle, à Étampes ». */
const nameOf = (start) => inSentence(siteOf.get(start)?.name) ?? places.name[rowOfCode.get(start)];
const inSentence = (name) => name?.replace(/^(Le|La|Les|L’|L'|The)(?=[ \p{L}])/u, (article) => article.toLowerCase());
const kmText = (km) => printed(km, 1);

/** The communes within the radius that is tried; null when none is. */
function trialSet() { return state.km === null ? null : new Set(within(state.start, state.km)); }
function radiusWords() { return say('trialRadius', { km: kmText(state.km), place: nameOf(state.start) }); }

/** The action that has a radius from this start: the one shown, else the first. */
function keptAction(start) {
  const own = data.actions.filter((action) => action.starts.includes(start) && action.km !== null);
  return own.find((action) => state.show === `coverage:${action.id}`) ?? own[0];
}

/** « Essai : rien n’est décidé. 12,5 km à vol d’oiseau depuis Étampes ; le projet garde 15 km (…). » */
function trialSentence() {
  const action = keptAction(state.start);
  const kept = action ? say('kept', { km: kmText(action.km), action: action.title }) : say('noneKept');
  return `${say('trial')} ${radiusWords()}${semicolon}${kept}.`;
}

function named(rows) {
  const names = [...rows].sort((a, b) => places.name[a].localeCompare(places.name[b], data.language)).map((row) => places.name[row]);
  return names.join(', ');
}

function around(key, factor) {
  const km = clamp(Math.round(2 * state.km * factor) / 2, 0, 60);
  const rows = within(state.start, km);
  return element('li', {}, say(key, { km: kmText(km), communes: communes(rows.length), people: people(rows) }));
}

function tellTrial() {
  const km = state.km ?? keptAction(state.start || firstStart())?.km ?? 15;
  slider.value = km;
  slider.setAttribute('aria-valuetext', `${kmText(km)} km`);
  byId('km-said').textContent = `${kmText(km)} km`;
  startList.value = state.start || firstStart();
  byId('what-if').classList.toggle('tried', state.km !== null);
  byId('trial-banner').hidden = state.km === null;
  byId('line').textContent = line(km, state.start || firstStart());
  // No action has a radius of nothing.
  byId('note').hidden = km === 0;
  keyTrial();
  if (state.km === null) {
    // What was still to be said of the trial would come after its end.
    if (byId('trial-said').hasChildNodes()) announce(say('trialEnded'));
    byId('trial-said').replaceChildren();
    return trial.replaceChildren();
  }
  const sentence = trialSentence();
  byId('trial-banner').textContent = sentence;
  const rows = within(state.start, state.km);
  const total = [...places.code.keys()];
  const key = rows.length === 0 ? 'wouldReachNone' : rows.length === 1 ? 'wouldReachOne' : 'wouldReach';
  const said = [say(key, { communes: communes(rows.length), people: people(rows) })];
  const known = (list) => list.reduce((sum, row) => sum + places.population[row], 0);
  if (rows.length > 0 && !total.some((row) => places.population[row] === null) && known(total) > 0) {
    said.push(say('ofAll', { part: printed(100 * rows.length / count, 0), share: printed(100 * known(rows) / known(total), 0) }));
  }
  const inside = [element('p', {}, element('strong', {}, sentence)), element('p', {}, said.join(' ')),
    element('ul', {}, around('less', 0.9), around('more', 1.1))];
  const action = keptAction(state.start);
  if (action) {
    const own = new Set(rows);
    const other = new Set(action.reached);
    const gained = rows.filter((row) => !other.has(row));
    const lost = action.reached.filter((row) => !own.has(row));
    if (gained.length > 0) inside.push(element('p', {}, say('gained', { list: named(gained) })));
    if (lost.length > 0) inside.push(element('p', {}, say('lost', { list: named(lost) })));
    if (gained.length + lost.length === 0) inside.push(element('p', {}, say('same')));
  }
  if (rows.length > 0) {
    inside.push(element('details', {}, element('summary', {}, say('list')), element('p', {}, named(rows))));
  }
  byId('trial-said').replaceChildren(...inside);
  drawTrial();
  announce(`${say('trial')} ${kmText(state.km)} km${colon}${communes(rows.length)}, ${people(rows)}`);
}

function drawTrial() {
  const at = siteOf.get(state.start)?.at ?? places.at.slice(2 * rowOfCode.get(state.start), 2 * rowOfCode.get(state.start) + 2);
  if (!at || at[0] === null) return trial.replaceChildren();
  const circle = document.createElementNS(SVG, 'circle');
  circle.setAttribute('cx', at[0]);
  circle.setAttribute('cy', at[1]);
  circle.setAttribute('r', (state.km * data.pixelsPerKilometre).toFixed(2));
  const cased = circle.cloneNode();
  cased.setAttribute('class', 'circle-casing');
  circle.setAttribute('class', 'circle planned');
  trial.replaceChildren(cased, circle);
}

/** A text as a shell takes it. */
const quoted = (text) => `'${text.replaceAll('\'', '\'\\\'\'')}'`;

/** The command that notes the trial as an assumption of a planned action. */
function line(km, start) {
  const plain = String(km);
  const from = siteOf.has(start) ? `--site ${quoted(siteOf.get(start).site)}` : `--commune ${start}`;
  return `cartopole action add essai-${plain.replace('.', '-')}-km --title ${quoted(say('trialTitle', { km: kmText(km), of: of(nameOf(start)), place: nameOf(start) }))}`
    + ` --status planned --within-km ${plain} ${from} --basis assumption --reason ${quoted(say('trialReason'))}`;
}

startList.append(
  ...data.starts.map((site) => element('option', { value: site.id }, site.name)),
  ...byName.map((row) => element('option', { value: places.code[row] }, places.name[row])));
slider.addEventListener('input', () => change({ km: Number(slider.value), start: startList.value }));
startList.addEventListener('change', () => change({ start: startList.value, km: Number(slider.value) }));
byId('what-if').addEventListener('submit', (event) => event.preventDefault());
byId('stop').addEventListener('click', () => change({ km: null }));
byId('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(byId('line').textContent);
    announce(say('copied'));
  } catch {
    getSelection().selectAllChildren(byId('line'));
  }
});
