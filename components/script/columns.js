// How a chart fills the room that a picture has for it: how large it is drawn, and in how many columns, so that its type
// can be read. What a chart is made of stands in its `layout.meta` (components/charts/room.py).
{
  const { osloregionen } = window;
  const WIDE = 500; // pixels that a chart alone has at least: charts are made for phones too, and words are larger so
  const NARROW = 380; // a column has at least
  const MOST = 3; // columns
  const SMALLER = 0.86; // of its height on pages a chart may be lower
  const DENSER = 0.75; // of their height on pages rows may have, where they do not touch
  const APART = 2.5; // of their height on pages rows may be drawn apart
  const READABLE = 1; // of the picture's own type: below that it stands in columns
  const ACROSS = 8; // panels beside each other, at most

  // The largest scale that fits, between two.
  function largest(least, most, fits) {
    if (fits(most)) return most;
    for (let step = 0; step < 20; step++) {
      const middle = (least + most) / 2;
      if (fits(middle)) least = middle;
      else most = middle;
    }
    return least;
  }
  const least = scale => scale * 0.2;
  const widths = (wide, gap, count) => (wide - gap * (count - 1)) / count;

  // Rows in as few columns as can be read.
  function columns(layout, wide, high, scale, gap) {
    const { pixels, least: touching } = layout.meta.rows;
    const enough = Math.max(touching, pixels * DENSER);
    let best;
    for (let count = 1; count <= MOST; count++) {
      const width = widths(wide, gap, count);
      const fits = k => {
        const found = osloregionen.parts(layout, width / k, high / k);
        return found.screens.length <= count && found.unit >= enough;
      };
      const k = largest(least(scale), Math.min(width / (count > 1 ? NARROW : WIDE), scale * 1.4), fits);
      if (!best || k > best.k * 1.1) best = { count, width, k };
      if (best.k >= scale * READABLE) break;
    }
    return best;
  }
  // Panels as large as there is room for, and about as wide as lines over years want: steep where narrow, flat where wide.
  function panels(layout, wide, high, scale) {
    const { panel, below } = layout.meta.panels;
    let best;
    for (let count = 1; count <= layout.meta.panels.lines.length; count++) {
      const parted = k => osloregionen.parts(layout, Math.min(wide / k, count * 186 + 1), high / k, ACROSS);
      const k = largest(least(scale), scale * 1.25, at => parted(at).screens.length === 1);
      const parts = parted(k);
      const tall = Math.min(high / k / parts.deep - below - parts.title, panel * 3.6);
      const good = Math.log(k) - Math.abs(Math.log(wide / k / parts.columns / tall / 2.5)) / 2;
      if (parts.screens.length === 1 && !(best?.good >= good)) best = { good, k, parts };
    }
    return { count: 1, width: wide, k: best?.k ?? least(scale), parts: best?.parts };
  }
  function scaled(layout, wide, high, scale, gap) {
    const { rows, panels: many, circles, legend } = layout.meta ?? {};
    if (rows) return columns(layout, wide, high, scale, gap);
    if (many) return panels(layout, wide, high, scale);
    const most = scale * (circles || legend ? 1 : 1.4);
    const k = circles || legend ? most : Math.min(wide / WIDE, high / (layout.height * SMALLER), most);
    return { count: 1, width: wide, k };
  }

  // The names beside rows take the same room in each column, so that bars of the same length are the same number.
  const pen = document.createElement('canvas').getContext('2d');
  function alike({ font, margin, yaxis }) {
    const { ticktext, tickfont, ticklabelstandoff = 0 } = yaxis;
    if (!ticktext) return;
    pen.font = `700 ${tickfont.size}px ${font.family}`;
    const wide = Math.max(...ticktext.map(name => pen.measureText(name.replace(/<[^>]+>/g, '')).width));
    yaxis.automargin = false;
    margin.l += wide + ticklabelstandoff;
  }

  // Pieces of a figure, from left to right: each with its own figure, how large it is drawn, and where in the room.
  // `scale`: how much larger than on pages the type beside the chart is; `surface`: the colour under a row of our own.
  osloregionen.pieces = (figure, wide, high, scale, surface) => {
    const gap = 30 * scale;
    const { count, k, ...found } = scaled(figure.layout, wide, high, scale, gap);
    // A swarm has nothing to show in a high picture.
    const h = Math.min(high / k, figure.layout.meta?.swarm ? figure.layout.height * 1.4 : Infinity);
    const parts = found.parts ?? osloregionen.parts(figure.layout, found.width / k, h);
    const screens = parts.screens.slice(0, count);
    const width = widths(wide, gap, screens.length);
    const pieces = screens.map((_, at) => {
      const own = structuredClone(figure);
      const { legend } = own.layout.meta ?? {};
      if (legend?.under) legend.under /= k;
      if (screens.length > 1) alike(own.layout);
      const more = osloregionen.screen(own, parts, at, width / k, h, surface);
      Object.assign(own.layout, { width: width / k / more, autosize: false });
      return { figure: own, k: k * more, x: at * (width + gap) };
    });
    const tallest = () => Math.max(...pieces.map(piece => piece.figure.layout.height * piece.k));
    const { rows } = figure.layout.meta ?? {};
    if (rows) {
      // Rows that leave room are drawn further apart, in all columns alike.
      const page = (rows.edges.at(-1) - rows.edges[0]) * rows.pixels + rows.around;
      const most = rows.edges.length > 2 ? APART : 1; // one row has none to be apart from
      const apart = Math.min(high / tallest(), Math.max(1, most * page * k / tallest()));
      for (const piece of pieces) piece.figure.layout.height *= apart;
    }
    const y = Math.max(0, high - tallest()) / 2;
    return pieces.map(piece => ({ ...piece, y }));
  };
}
