// Parts a picture into screens where not all of it can be read at once, and fits it to the room there is. What a picture
// is made of stands in its `layout.meta` (components/room.py).
{
  const { osloregionen } = window;
  const MOST = 1.7; // rows grow to this many times their usual height, no more
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // Greedy: as many rows on each screen as have room at this height of a unit.
  function parted({ edges, head, headings }, room, unit) {
    const screens = [];
    for (let from = 0, to; from < edges.length - 1; from = to) {
      const over = head + (headings.length && !begins(headings, edges[from]) && from ? 1 : 0);
      for (to = from + 1; to < edges.length - 1 && (edges[to + 1] - edges[from] + over) * unit <= room; to++);
      screens.push([from, to]);
    }
    return screens;
  }
  const begins = (headings, edge) => headings.some(at => Math.abs(at - edge - 0.5) < 0.01);

  // As few screens as can be read, and then rows as high as these few allow.
  function rows(meta, high) {
    const room = high - meta.around;
    const fewest = parted(meta, room, meta.least).length;
    let unit = meta.least;
    for (let step = 0; step <= 40; step++) {
      const higher = meta.least + (meta.pixels * MOST - meta.least) * step / 40;
      const found = parted(meta, room, higher);
      const tall = found.every(([from, to]) => (meta.edges[to] - meta.edges[from] + meta.head) * higher <= room + 1);
      if (found.length <= fewest && tall) unit = higher;
    }
    return { screens: parted(meta, room, unit), unit, usual: meta.pixels, rows: true };
  }
  // Keeps of a trace what belongs to some of its points; what holds for all of them stays.
  function some(value, kept, count) {
    if (Array.isArray(value)) return value.length === count ? kept.map(at => value[at]) : value;
    if (!value || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) =>
      [name, name === 'colorscale' ? part : some(part, kept, count)]));
  }
  function showRows(figure, meta, { screens, unit }, at, surface) {
    const { layout } = figure;
    const { edges, head, headings } = meta;
    const [from, to] = screens[at];
    const [start, end, first] = [edges[from], edges[to], edges[0]];
    const inside = y => y >= start && y < end;
    const over = y => head && y !== null && y < first;
    figure.data = figure.data.map(trace => {
      const ys = trace.y;
      let last = false;
      const kept = ys.map((_, n) => n).filter(n => last = ys[n] === null ? last : inside(ys[n]) || over(ys[n]));
      const found = some(trace, kept, ys.length);
      if (trace.type === 'heatmap') found.x = trace.x;
      found.y = kept.map(n => over(ys[n]) ? ys[n] + start - first : ys[n]);
      return found;
    });
    const named = (layout.annotations ?? []).filter(note => note.yref !== 'paper');
    const parts = named.filter(note => inside(note.y));
    let above = first - layout.yaxis.range[1];
    const heading = headings.length && from && !begins(headings, start) && named.findLast(note =>
      note.y < start && headings.includes(note.y));
    if (heading) {
      parts.push({ ...heading, y: start - 0.5 });
      above += 1;
    }
    layout.annotations = [...parts, ...(layout.annotations ?? []).filter(note => note.yref === 'paper')];
    layout.shapes = (layout.shapes ?? []).filter(mark => mark.yref === 'paper' || inside((mark.y0 + mark.y1) / 2));
    if (meta.focus !== null && screens.length > 1 && meta.focus >= from && meta.focus < to)
      layout.shapes.push({
        type: 'rect', xref: 'paper', x0: 0, x1: 1, y0: edges[meta.focus], y1: edges[meta.focus + 1],
        layer: 'below', line: { width: 0 }, fillcolor: surface,
      });
    layout.yaxis.range = [end, start - above];
    layout.height = Math.round((end - start + head + (heading ? 1 : 0)) * unit + meta.around);
  }

  const axis = (kind, n) => `${kind}axis${n ? n + 1 : ''}`;
  function panels({ lines, line, panel, below }, wide, high, most = 5) {
    const columns = Math.max(1, Math.min(lines.length, most, Math.floor(wide / 186)));
    const title = line * Math.max(...lines);
    const deep = Math.max(1, Math.floor((high + 8) / (title + panel * 0.72 + below)));
    const count = Math.ceil(lines.length / (columns * deep));
    const each = Math.ceil(lines.length / count);
    const screens = Array.from({ length: count }, (_, n) => [n * each, Math.min((n + 1) * each, lines.length)]);
    const needed = Math.ceil(each / columns);
    return { screens, columns: Math.ceil(each / needed), deep: needed, title };
  }
  function showPanels(figure, meta, { screens, columns, deep, title }, at, high) {
    const { layout } = figure;
    const [from, to] = screens[at];
    const every = meta.lines.length;
    const row = Math.min(high / deep, title + meta.panel * 3.6 + meta.below);
    const gap = columns > 1 ? 0.05 : 0;
    const width = (1 - gap * (columns - 1)) / columns;
    layout.height = Math.round(row * deep);
    const inner = layout.height - layout.margin.t - layout.margin.b;
    figure.data = figure.data.filter(trace => {
      const n = +(trace.xaxis.slice(1) || 1) - 1;
      return n >= from && n < to;
    });
    layout.annotations = layout.annotations.slice(from, to);
    for (let n = 0; n < every; n++) {
      if (n < from || n >= to) {
        delete layout[axis('x', n)];
        delete layout[axis('y', n)];
        continue;
      }
      const [down, across] = [Math.floor((n - from) / columns), (n - from) % columns];
      const bottom = 1 - ((down + 1) * row - meta.below) / inner;
      const top = bottom + (row - meta.below - title) / inner;
      const left = across * (width + gap);
      Object.assign(layout[axis('x', n)], { domain: [left, left + width], showticklabels: true });
      Object.assign(layout[axis('y', n)], { domain: [Math.max(0, bottom), Math.min(1, top)] });
      Object.assign(layout.annotations[n - from], { x: left, y: Math.min(1, top) });
    }
  }

  function showSwarm({ data, layout }, { high, wide, over, lane }, width, height) {
    const inner = height - layout.margin.t - layout.margin.b;
    const lanes = 1 + Math.max(0, ...layout.annotations.map(note => Math.round((note.ay - over) / lane)));
    const room = Math.max(40, inner - lanes * lane - 22);
    const down = Math.min(room / high, 1.6);
    const small = Math.min(down, (width - 16) / wide, 1);
    for (const trace of data) {
      trace.y = trace.y.map(y => y * down);
      trace.marker.size = Math.max(3.5, trace.marker.size * small);
    }
    const rim = high / 2 * down + 10;
    for (const note of layout.annotations) Object.assign(note, { y: note.y * down, ay: note.ay - over + rim });
    layout.yaxis.range = [8 - rim - 6, inner - rim + 2];
    layout.height = height;
  }

  // Circles and names keep clear of each other at some heights: the nearest is drawn, and enlarged to the room there is.
  function showCircles({ data, layout }, { field, fields, least, line }, wide, high) {
    const usual = layout.height - field;
    // Titles of axes are broken for a phone: here their lines are longer, and so fewer.
    const unwrap = text => {
      const letters = (wide / 1.2 - 80) / 7.4;
      const lines = [''];
      for (const word of text.replaceAll('<br>', ' ').split(' ')) {
        if (lines.at(-1) && lines.at(-1).length + word.length >= letters) lines.push('');
        lines.push(`${lines.pop()} ${word}`.trim());
      }
      return [lines.join('<br>'), line * (text.split('<br>').length - lines.length)];
    };
    const upwards = layout.annotations.at(-2);
    const [across, fewer] = unwrap(layout.xaxis.title.text);
    const [up, less] = unwrap(upwards.text);
    const around = usual - fewer - less;
    const found = fields.findLast(one => one + around <= high) ?? fields[0];
    const enlarged = high / (found + around);
    osloregionen.fit(layout, wide / enlarged, found + usual);
    layout.xaxis.title.text = across;
    layout.annotations.at(-2).text = up;
    layout.margin = { ...layout.margin, t: layout.margin.t - less, b: layout.margin.b - fewer };
    for (const trace of data.filter(trace => trace.marker))
      trace.marker.size = trace.marker.size.map(size => Math.max(least, size * found / field));
    layout.height = found + around;
    return enlarged;
  }

  // A circle that would lie on another stands aside.
  function showBeads({ data, layout }, { aside }, wide, high) {
    layout.height = high;
    const { margin, xaxis, yaxis } = layout;
    const across = (wide - margin.l - margin.r) / (xaxis.range[1] - xaxis.range[0]);
    const up = (high - margin.t - margin.b) / (yaxis.range[1] - yaxis.range[0]);
    const placed = [];
    for (const trace of data)
      trace.x = trace.x.map((x, n) => {
        const [y, size] = [trace.y[n] * up, trace.marker.size[n]];
        const free = at => placed.every(one => Math.hypot(one.x - at * across, one.y - y) >= 0.47 * (one.size + size));
        const found = [x, x + aside, x - aside].find(free) ?? x;
        placed.push({ x: found * across, y, size });
        return found;
      });
  }

  // A map is as wide as it is high: in a wide window its legend stands beside it. Where words stand to its left too, the
  // legend begins `under` them, and the map `from` a share of the width.
  function showMap({ data, layout }, { high, wide, under = 0, from = 0 }, height) {
    layout.height = height;
    layout.margin.t = 0;
    layout.geo.domain.x = [from, 1];
    for (const { colorbar } of data) if (colorbar) Object.assign(colorbar, { y: 1 - under / height, yanchor: 'top' });
    const [beside, down] = [data.some(trace => trace.showscale) ? wide : 0, high + 22 + under];
    for (const mark of layout.shapes ?? [])
      Object.assign(mark, { x0: mark.x0 - beside, x1: mark.x1 - beside, y0: mark.y0 - down, y1: mark.y1 - down });
    for (const note of layout.annotations ?? [])
      Object.assign(note, { xshift: note.xshift - beside, yshift: note.yshift - down });
  }

  // Where the classes leave no room beside them, the sign for regions without a figure stands under them.
  osloregionen.narrow = ({ layout }, wide) => {
    const { legend } = layout.meta ?? {};
    if (!legend || wide > legend.wide + 90) return;
    for (const mark of layout.shapes ?? [])
      Object.assign(mark, { x0: mark.x0 - legend.wide, x1: mark.x1 - legend.wide, y0: mark.y0 - 42, y1: mark.y1 - 42 });
    for (const note of layout.annotations ?? [])
      Object.assign(note, { xshift: note.xshift - legend.wide, yshift: note.yshift - 42 });
  };
  // How a picture is parted: as many entries as there are screens.
  osloregionen.parts = (layout, wide, high, most) => {
    const { rows: byRow, panels: byPanel } = layout.meta ?? {};
    if (byRow) return rows(byRow, high);
    if (byPanel) return panels(byPanel, wide, high, most);
    return { screens: [[0, 1]] };
  };
  // Makes a figure into what one screen shows; returns how much larger than the rest it is drawn.
  osloregionen.screen = (figure, parts, at, wide, high, surface = colour('--surface')) => {
    const { layout } = figure;
    const meta = layout.meta ?? {};
    if (meta.circles) return showCircles(figure, meta.circles, wide, high);
    osloregionen.fit(layout, wide, high);
    if (meta.rows) showRows(figure, meta.rows, parts, at, surface);
    else if (meta.panels) showPanels(figure, meta.panels, parts, at, high);
    else if (meta.swarm) showSwarm(figure, meta.swarm, wide, high);
    else if (meta.beads) showBeads(figure, meta.beads, wide, high);
    else if (meta.legend && wide > 1.3 * high) showMap(figure, meta.legend, high);
    else layout.height = high;
    return 1;
  };
}
