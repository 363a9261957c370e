// Draws the charts of the page. A chart is kept by its key: when its element is replaced, the drawing moves into the
// new one, and is changed only where the figure is another.
{
  const kept = new Map();
  const seen = new WeakMap(); // each element's number, in the order in which they came
  const failed = new WeakSet(); // tried anew only with a new element
  let came = 0;
  const shade = matchMedia('(prefers-color-scheme: dark)');
  // A figure in someone else's page may be light or dark whatever the reader's screen is.
  const { appearance } = document.documentElement.dataset;
  const dark = () => appearance ? appearance === 'dark' : shade.matches;
  const config = { displayModeBar: false, scrollZoom: false, topojsonURL: '/assets/topojson/' };
  const { colours, plotly } = window.osloregionen;
  const light = new RegExp(Object.keys(colours).join('|'), 'gi');
  let library;

  // Policies of our own pages refuse styles as attributes, which Plotly sets on bold words; by the object model they hold.
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    if (name === 'style' && this.style) this.style.cssText = value;
    else setAttribute.call(this, name, value);
  };
  // The server names styles of elements in a sheet (server/own_styles.py); parts that come later come without it.
  const styled = () => document.querySelectorAll('[data-set]').forEach(part => {
    part.style.cssText = part.dataset.set;
    delete part.dataset.set;
  });
  const load = () => library ??= new Promise((done, failed) => {
    if (window.Plotly) return done(window.Plotly);
    const script = document.createElement('script');
    Object.assign(script, { src: plotly, async: true, onload: () => done(window.Plotly), onerror: failed });
    document.head.append(script);
  });
  // A figure comes in the light colours; in dark each is exchanged for its own.
  const coloured = text => dark() ? text.replace(light, colour => colours[colour.toLowerCase()]) : text;
  const kinds = data => data.map(trace => trace.type).join();

  // What stands elsewhere where there is more or less room (components/room.py): the last variant that fits counts.
  const fitting = ({ meta }, width, height) =>
    meta?.sizes?.findLast(({ from: [w, h] }) => width >= w && height >= h) ?? meta?.sizes?.[0];
  function fit(layout, width, height) {
    const { sizes } = layout.meta ?? {};
    if (!sizes) return;
    const usual = sizes.at(-1).annotations.length;
    layout.annotations = [...fitting(layout, width, height).annotations, ...layout.annotations.slice(usual)];
  }
  async function draw(chart) {
    const Plotly = await load();
    const { text, node } = chart;
    const figure = JSON.parse(coloured(text));
    figure.layout.width = undefined;
    chart.fitted = fitting(figure.layout, node.offsetWidth, figure.layout.height)?.from.join();
    if (window.osloregionen.shape) window.osloregionen.shape(figure, node.closest('.chart'));
    else fit(figure.layout, node.offsetWidth, figure.layout.height);
    const again = node.data && kinds(node.data) === kinds(figure.data);
    chart.drawing = (again ? Plotly.react : Plotly.newPlot)(node, figure.data, { ...figure.layout, autosize: true }, config);
    await chart.drawing;
    node.closest('.chart')?.setAttribute('data-drawn', '');
  }
  function place(box) {
    const { key, figure } = box.dataset;
    let chart = kept.get(key);
    if (!chart) {
      chart = { node: document.createElement('div'), text: '', dark: false };
      chart.node.className = 'plot';
      new ResizeObserver(() => resize(chart)).observe(chart.node);
      kept.set(key, chart);
    }
    if (chart.node.parentNode !== box) box.replaceChildren(chart.node);
    if (chart.text !== figure || chart.dark !== dark()) {
      Object.assign(chart, { text: figure, dark: dark() });
      draw(chart).catch(() => fail(box));
    } else if (chart.node.data) box.setAttribute('data-drawn', '');
  }
  function fail(box) {
    library = undefined;
    kept.delete(box.dataset.key);
    failed.add(box);
    box.textContent = window.osloregionen.words('failed');
    box.setAttribute('data-failed', '');
    box.dispatchEvent(new Event('failed', { bubbles: true }));
  }
  function resize(chart) {
    const { node } = chart;
    const width = node.offsetWidth;
    if (window.osloregionen.shape || !node.isConnected || !width || !node._fullLayout) return;
    if (Math.abs(node._fullLayout.width - width) <= 1) return;
    const { layout } = node;
    if (fitting(layout, width, layout.height)?.from.join() === chart.fitted) window.Plotly.Plots.resize(node);
    else draw(chart);
  }
  // While Streamlit exchanges a page, the old and the new element of a chart can stand at once. Only the one that came
  // last gets the drawing: were it moved to each in turn, every move would ask for the next, and the browser stood still.
  function all() {
    const newest = new Map();
    document.querySelectorAll('.chart[data-figure]').forEach(box => {
      if (!seen.has(box)) seen.set(box, ++came);
      const other = newest.get(box.dataset.key);
      if (!other || seen.get(other) < seen.get(box)) newest.set(box.dataset.key, box);
    });
    newest.forEach(box => failed.has(box) || place(box));
  }
  // A page left behind gives its drawings back after a while; Back within it finds them as they were.
  setInterval(() => kept.forEach((chart, key) => {
    if (chart.node.isConnected) chart.left = 0;
    else if (++chart.left > 2) { window.Plotly?.purge(chart.node); kept.delete(key); }
    chart.left ||= 0;
  }), 10000);
  new MutationObserver(() => { styled(); all(); }).observe(document.documentElement, { childList: true, subtree: true });
  shade.addEventListener('change', all);
  // An upright sheet of A4 has 700 pixels for a chart that is drawn as wide as the screen has room, and a title over it;
  // where two stand beside each other on paper too, the style sheet says how many each has (--paper, --paper-height).
  const sheet = { width: 700, height: 800 };
  addEventListener('beforeprint', () => window.osloregionen.shape || document.querySelectorAll('.chart > .plot').forEach(plot => {
    const { offsetWidth: width, offsetHeight: height, parentElement: box } = plot;
    if (!width) return;
    const said = name => parseFloat(getComputedStyle(box).getPropertyValue(name));
    const zoom = Math.min(1, (said('--paper') || sheet.width) / width, (said('--paper-height') || sheet.height) / height);
    plot.style.zoom = zoom;
    box.dataset.high = box.style.height;
    box.style.height = `${height * zoom}px`;
  }));
  addEventListener('afterprint', () => document.querySelectorAll('.chart[data-high]').forEach(box => {
    box.style.height = box.dataset.high;
    delete box.dataset.high;
    box.querySelector('.plot')?.style.removeProperty('zoom');
  }));
  Object.assign(window.osloregionen, { loadCharts: load, fit, draw: box => kept.has(box.dataset.key) ? draw(kept.get(box.dataset.key)) : all() });
  styled();
  all();
}
