// What is known of one commune, beside the map: nothing ever covers the map.

const panel = byId('commune');
const compass = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'];

/** Where a commune lies, seen from the first site: distance and direction. */
function where(row) {
  const km = places.km[row];
  if (km === null || !places.homeAt || places.at[2 * row] === null) return null;
  if (km < 0.1) return say('at', { place: places.home });
  const east = places.at[2 * row] - places.homeAt[0];
  const north = places.homeAt[1] - places.at[2 * row + 1];
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4) + 8) % 8;
  return say('awayFrom', { km: printed(km, 1), direction: say(compass[eighth]), of: of(places.home) });
}

/** A button that leads to a commune. */
const link = (row) => element('button', { type: 'button', class: 'link', 'data-row': row }, places.name[row]);

const twoDecimals = new Intl.NumberFormat(data.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const fixed = (number) => twoDecimals.format(number);

function separated(items) {
  return items.flatMap((item, at) => (at === 0 ? [item] : [', ', item]));
}

function facts(row) {
  const rows = [];
  const add = (term, ...inside) => rows.push(element('dt', {}, term), element('dd', {}, ...inside));
  const place = where(row);
  if (place) add(say('where'), place);
  if (places.canton[row]) add(say('canton'), places.canton[row]);
  if (places.epci[row]) add(say('epci'), places.epci[row]);
  const label = legendOf(row)?.label ?? '';
  if (saidOf(row)) add(say('thisMap'), saidOf(row).includes(label) ? saidOf(row) : `${saidOf(row)} · ${label}`);
  const rates = data.views.find((one) => one.id === 'density');
  if (rates?.said[row] && rates !== view()) add(say('rate'), rates.said[row]);
  const reaching = data.actions.filter((action) => action.reached.includes(row));
  if (data.actions.length > 0) {
    add(say('reachedBy'), reaching.length === 0 ? say('reachedByNone') : element('ul', {}, ...reaching.map((action) => element(
      'li', {}, `${action.title} (${action.status})${colon}${action.rule} – ${action.basis}`))));
  }
  if (data.visibility) {
    const adds = data.visibility.channels.filter((channel) => channel.adds[row] >= 0.005)
      .map((channel) => element('li', {}, `${channel.name}${colon}+ ${fixed(channel.adds[row])}`));
    add(data.visibility.name, fixed(data.visibility.index[row]), ...(adds.length > 0 ? [element('ul', {}, ...adds)] : []));
  }
  if (places.near[row].length > 0) add(say('neighbours'), ...separated(places.near[row].map(link)));
  return element('dl', {}, ...rows);
}

/** Shows a commune; −1: how to choose one. */
function tell(row) {
  if (row < 0) return panel.replaceChildren(element('p', { class: 'note' }, say('nothingHere')));
  const isPinned = state.pinned && row === state.commune;
  const population = places.population[row] === null ? say('unknownPopulation') : `${people([row])} (${places.vintage})`;
  const head = element('h3', {}, element('bdi', {}, places.name[row]), element('span', { class: 'note' }, ` ${places.code[row]}`));
  const inside = [head, element('p', {}, population), facts(row)];
  if (isPinned) {
    const button = element('button', { type: 'button', id: 'unpin' }, say('unpin'));
    inside.push(element('p', { class: 'note' }, say('pinned'), ' ', button));
  }
  panel.replaceChildren(...inside);
}

panel.addEventListener('click', (event) => {
  if (event.target.id === 'unpin') return release();
  const row = event.target.dataset?.row;
  if (row !== undefined) go(Number(row));
});
