// A chart as a picture, made where it is read: finding, measure, chart, source and address at the size asked for.
// What comes is a drawing of lines (SVG) with its font inside; a PNG is that drawing, painted.
{
  const { osloregionen } = window;
  const NS = 'http://www.w3.org/2000/svg';
  const FONT = '"Source Sans", "Source Sans 3", system-ui, sans-serif';
  const PAD = 28;
  const pen = document.createElement('canvas').getContext('2d');
  const wrapped = (text, size, weight, width) => {
    pen.font = `${weight} ${size}px ${FONT}`;
    const lines = [''];
    for (const word of text.split(/ +/)) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (lines.at(-1) && pen.measureText(longer).width > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  };
  const element = (name, attributes, ...inside) => {
    const node = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...inside);
    return node;
  };
  const written = (lines, size, weight, fill, top) => lines.map((line, n) => element('text', {
    x: PAD, y: top + size * (0.95 + n * 1.25), 'font-family': FONT, 'font-size': size, 'font-weight': weight, fill,
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

  // Each trace and text keeps its own light colour: paper and slides are light.
  async function drawn(part, address, wide, high, paper) {
    const Plotly = await osloregionen.loadCharts();
    const figure = JSON.parse(part.querySelector('.chart[data-figure]').dataset.figure);
    const said = name => part.querySelector(name)?.textContent.trim().replace(/\s+/g, ' ') ?? '';
    const { layout } = figure;
    // Type as large as the chart's own height and a readable width allow.
    const k = Math.max(Math.min(wide / 740, high / (layout.height * 0.86 + 210)), 0.5);
    const [w, h] = [wide / k, high / k];
    const room = w - 2 * PAD;
    const title = [30, 26, 22, 19].map(size => [size, wrapped(said('.finding'), size, 700, room)])
      .find(([size, lines]) => lines.length < 3 || size === 19);
    const measure = wrapped(said('.measure'), 16, 400, room);
    const source = wrapped(said('.source'), 13, 400, room);
    const head = PAD + title[0] * 1.25 * title[1].length + 6 + 16 * 1.25 * measure.length + 14;
    const foot = 12 + 13 * 1.25 * (source.length + 1) + PAD * 0.7;
    const tall = h - head - foot;
    osloregionen.fit(layout, room, tall);
    Object.assign(layout, { width: room, height: tall, autosize: false });
    const chart = await Plotly.toImage(figure, { format: 'svg', width: room, height: tall, scale: 1 });
    const inner = new DOMParser().parseFromString(decodeURIComponent(chart.slice(chart.indexOf(',') + 1)), 'image/svg+xml').documentElement;
    inner.setAttribute('x', PAD);
    inner.setAttribute('y', head);
    const whole = element('svg', { xmlns: NS, width: wide, height: high, viewBox: `0 0 ${w} ${h}`, role: 'img' },
      element('title', {}, said('.finding')),
      element('desc', {}, part.querySelector('.chart').getAttribute('aria-label') ?? ''),
      element('style', {}, await fontFace()),
      ...paper ? [element('rect', { width: '100%', height: '100%', fill: '#ffffff' })] : [],
      ...written(title[1], title[0], 700, '#1c2530', PAD),
      ...written(measure, 16, 400, '#55616d', PAD + title[0] * 1.25 * title[1].length + 6),
      document.importNode(inner, true),
      ...written(source, 13, 400, '#55616d', head + tall + 12),
      ...written([address], 13, 600, '#1c2530', head + tall + 12 + 13 * 1.25 * source.length));
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
