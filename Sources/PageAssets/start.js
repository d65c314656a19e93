// Brings the page to life: everything above follows the state.

byId('explore').hidden = false;
byId('keys').textContent = say('keys');
state.start = firstStart();

whenChanged((changed) => {
  if (changed.has('show')) {
    byId('show').value = state.show;
    paint();
    drawLegend();
  }
  if (changed.has('rows')) {
    press();
    light();
    announce(filter());
  }
  if (changed.has('km') || changed.has('start')) {
    tellTrial();
    light();
  }
  if (changed.has('commune') || changed.has('pinned')) {
    choose();
    markLine();
  }
  if (['commune', 'pinned', 'show'].some((key) => changed.has(key))) tell(state.commune);
});

byId('show').addEventListener('change', () => change({ show: byId('show').value }));
for (const event of ['hashchange', 'popstate']) addEventListener(event, readAddress);
// Print shows every row, whatever is folded on screen; afterwards the screen is as it was.
let unfolded = [];
addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll('details:not([open])')];
  for (const details of unfolded) details.open = true;
});
addEventListener('afterprint', () => { for (const details of unfolded) details.open = false; });

// What scrolls sideways is a tab stop, so that arrows scroll it; what fits is none.
const scrollers = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0; else target.removeAttribute('tabindex');
  }
});
for (const box of document.querySelectorAll('.sheet, .wide')) scrollers.observe(box);

paint();
drawLegend();
filter();
choose();
tell(-1);
tellTrial();
rest();
readAddress();
if (state.commune >= 0) bring(state.commune);
