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
// Print shows every row, whatever is folded on screen.
addEventListener('beforeprint', () => { for (const details of document.querySelectorAll('details')) details.open = true; });

paint();
drawLegend();
filter();
choose();
tell(-1);
tellTrial();
rest();
readAddress();
if (state.commune >= 0) bring(state.commune);
