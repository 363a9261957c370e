// A chart as a picture, made where it is read: finding, measure, chart, source and address at the size asked for.
// What comes is a drawing of lines (SVG) with its font inside; a PNG is that drawing, painted.
{
  const { osloregionen } = window;
  const NS = 'http://www.w3.org/2000/svg';
  const FONT = '"Source Sans", "Source Sans 3", system-ui, sans-serif';
  const [PAD, LINE] = [28, 1.25];
  const BESIDE = 0.42; // of the width: words that stand beside a map
  const [TEXT, MUTED, SURFACE] = ['#1c2530', '#55616d', '#f4f6f8'];
  const pen = document.createElement('canvas').getContext('2d');
  const spaces = /[^\S\u00a0\u202f]+/g; // numbers are not parted from what belongs to them
  const broken = (text, width) => {
    const lines = [''];
    for (const word of text.split(' ')) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (lines.at(-1) && pen.measureText(longer).width > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  };
  // As few lines as the width allows, about as long as each other.
  const wrapped = (text, size, weight, width) => {
    pen.font = `${weight} ${size}px ${FONT}`;
    const { length } = broken(text, width);
    let narrowest = width;
    while (narrowest > width / 2 && broken(text, narrowest - width / 50).length === length) narrowest -= width / 50;
    return broken(text, narrowest);
  };
  const element = (name, attributes, ...inside) => {
    const node = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...inside);
    return node;
  };
  const written = (lines, left, top, size, weight, fill) => lines.map((line, n) => element('text', {
    x: left, y: top + size * (0.95 + n * LINE), 'font-family': FONT, 'font-size': size, 'font-weight': weight, fill,
  }, line));

  // The pages' own font as data: a picture has no server to ask.
  let font;
  const fontFace = () => font ??= (async () => {
    const rule = [...document.styleSheets].flatMap(sheet => { try { return [...sheet.cssRules]; } catch { return []; } })
      .find(one => one instanceof CSSFontFaceRule && /SourceSansVF-Upright/.test(one.cssText));
    const [, address] = /url\("?([^")]+)"?\)/.exec(rule.cssText);
    const answer = await fetch(new URL(address, rule.parentStyleSheet.href ?? location.href));
    if (!answer.ok) throw new Error(answer.status);
    const blob = await answer.blob();
    const data = await new Promise(done => {
      const reader = Object.assign(new FileReader(), { onload: () => done(reader.result) });
      reader.readAsDataURL(new Blob([blob], { type: 'font/woff2' }));
    });
    return `@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url("${data}") format("woff2"); }`;
  })().catch(fault => { font = undefined; console.warn('The picture has another font:', fault); return ''; });

  // The chart as a drawing in its place on the picture.
  async function laid({ figure, k, x, y }) {
    const Plotly = await osloregionen.loadCharts();
    const { width, height } = figure.layout;
    const chart = await Plotly.toImage(figure, { format: 'svg', width, height, scale: 1 });
    const drawing = new DOMParser().parseFromString(decodeURIComponent(chart.slice(chart.indexOf(',') + 1)), 'image/svg+xml').documentElement;
    const place = { x, y, width: width * k, height: height * k, viewBox: `0 0 ${width} ${height}` };
    for (const [name, value] of Object.entries(place)) drawing.setAttribute(name, value);
    return document.importNode(drawing, true);
  }
  // Words are as large as the picture asks for, whatever the chart has room for. Each trace and text keeps its own light
  // colour: paper and slides are light.
  async function drawn(part, address, wide, high, paper) {
    const figure = JSON.parse(part.querySelector('.chart[data-figure]').dataset.figure);
    const said = name => part.querySelector(name)?.textContent.replace(spaces, ' ').trim() ?? '';
    const scale = Math.sqrt(wide * high) / 800;
    const [pad, small, usual] = [PAD * scale, 13 * scale, 16 * scale];
    const { legend } = figure.layout.meta ?? {};
    // A map is higher than wide: on a wide picture it has all of the height, and the words stand beside it.
    const beside = legend && wide > 1.3 * high;
    const room = wide * (beside ? BESIDE : 1) - 2 * pad;
    const most = beside ? 4 : 2; // lines of the title
    const [size, title] = [30, 26, 22, 19].map(one => one * scale)
      .map((one, n) => [one, wrapped(said('.finding'), one, 700, room), n])
      .find(([, lines, n]) => lines.length <= most || n === 3);
    const measure = wrapped(said('.measure'), usual, 400, room);
    const source = wrapped(said('.source'), small, 400, room);
    const under = pad + size * LINE * title.length + 6 * scale;
    const head = under + usual * LINE * measure.length + 14 * scale;
    const foot = high - small * LINE * (source.length + 1) - pad * 0.7;
    const [from, to] = beside ? [pad / 2, high - pad / 2] : [head, foot - 12 * scale];
    if (beside) Object.assign(legend, { under: head - from + pad / 2, from: BESIDE });
    const pieces = osloregionen.pieces(figure, wide - 2 * pad, to - from, scale, SURFACE);
    const whole = element('svg', { xmlns: NS, width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, role: 'img' },
      element('title', {}, said('.finding')),
      element('desc', {}, part.querySelector('.chart').getAttribute('aria-label') ?? ''),
      element('style', {}, await fontFace()),
      ...paper ? [element('rect', { width: '100%', height: '100%', fill: '#ffffff' })] : [],
      ...written(title, pad, pad, size, 700, TEXT),
      ...written(measure, pad, under, usual, 400, MUTED),
      ...await Promise.all(pieces.map(piece => laid({ ...piece, x: piece.x + pad, y: piece.y + from }))),
      ...written(source, pad, foot, small, 400, MUTED),
      ...written([address], pad, foot + small * LINE * source.length, small, 600, TEXT));
    return new XMLSerializer().serializeToString(whole);
  }
  async function painted(svg, wide, high) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high });
    canvas.getContext('2d').drawImage(image, 0, 0, wide, high);
    return new Promise(done => canvas.toBlob(done, 'image/png'));
  }
  function saved(blob, name) {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
  // Follows a link to a picture: made here where the chart stands here, else by the server.
  osloregionen.picture = async link => {
    const part = link.closest('.exhibit');
    if (!part?.querySelector('.chart[data-figure]')) return false;
    const { picture: kind, size, name, paper } = link.dataset;
    const [wide, high] = size.split('x').map(Number);
    const { host, pathname } = new URL(link.href);
    const svg = await drawn(part, `${host}/${pathname.split('/')[2]}`, wide, high, paper !== 'none');
    const blob = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await painted(svg, wide, high);
    saved(blob, `${name}-${size}.${kind}`);
    return true;
  };
}
