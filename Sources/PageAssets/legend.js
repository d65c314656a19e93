// The legend: its rows are buttons that light their communes and filter the table.

const legend = byId('legend');

/** A swatch is a small drawing, because the colours of backgrounds vanish in high contrast. */
function swatch(item) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 26 16');
  svg.setAttribute('class', 'swatch-box');
  svg.setAttribute('aria-hidden', 'true');
  const piece = (name, attributes) => {
    const shape = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  };
  if (item.ground) piece('rect', { width: 26, height: 16, class: `${item.ground} swatch` });
  const kinds = { fill: ['rect', { width: 26, height: 16 }], line: ['path', { d: 'M0,8H26' }], marker: ['circle', { cx: 13, cy: 8, r: 6 }] };
  const [name, attributes] = kinds[item.kind];
  piece(name, { ...attributes, class: item.kind === 'fill' ? `${item.style} swatch` : item.style });
  return svg;
}

function drawLegend() {
  const rows = view().rows.map((item, at) => {
    const label = element('span', { class: 'label' }, item.label);
    const inside = [swatch(item), label, element('span', { class: 'n' }, item.count ?? '')];
    if (item.classes.length === 0) return element('p', { class: 'key' }, ...inside);
    return element('button', { type: 'button', class: 'key', 'data-class': item.style, 'data-at': at, 'aria-pressed': 'false' }, ...inside);
  });
  const sides = view().sides.map((side) => {
    const head = side.units.length === 0 ? [] : [element('thead', {}, element('tr', {}, element('td'),
      ...side.units.map((unit) => element('th', { scope: 'col', class: 'n' }, unit))))];
    const body = element('tbody', {}, ...side.rows.map(([name, ...cells]) => element('tr', {},
      element('th', { scope: 'row' }, name), ...cells.map((cell) => element('td', { class: 'n' }, cell)))));
    return element('details', {}, element('summary', {}, side.heading), element('table', { 'aria-label': side.heading }, ...head, body));
  });
  legend.replaceChildren(element('h3', {}, view().heading), ...rows, ...sides,
    ...view().notes.map((note) => element('p', { class: 'note' }, note)));
  keyTrial();
  press();
}

/** The circle of a trial is no part of the map: a line says what it is, while there is one. */
function keyTrial() {
  byId('trial-key')?.remove();
  if (state.km === null) return;
  const item = { kind: 'line', style: 'circle planned', ground: null };
  const label = element('span', { class: 'label' }, say('trialCircle', { km: kmText(state.km) }));
  [...legend.querySelectorAll('.key')].at(-1)?.after(element('p', { class: 'key', id: 'trial-key' }, swatch(item), label));
}

function press() {
  for (const button of legend.querySelectorAll('[data-class]')) {
    button.setAttribute('aria-pressed', String(state.rows.has(Number(button.dataset.at))));
  }
}

legend.addEventListener('click', (event) => {
  const button = event.target.closest('[data-class]');
  if (!button) return;
  const rows = new Set(state.rows);
  const at = Number(button.dataset.at);
  if (!rows.delete(at)) rows.add(at);
  change({ rows });
});
