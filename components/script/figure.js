// The page of a figure alone: fills the window with type that the back row can read, one screen at a time; in someone
// else's frame and on a phone it is as long as it needs to be.
{
  const { osloregionen } = window;
  const root = document.documentElement;
  const find = selector => document.querySelector(selector);
  const [board, stage, notes, screens] = ['.board', '.stage', '.notes', '.screens'].map(find);
  const chart = find('.chart');
  const framed = parent !== window;
  let ours = !framed;
  try { ours ||= parent.location.origin === location.origin; } catch { /* someone else's page */ }
  // The preview of what another site will show.
  if (new URLSearchParams(location.search).get('form') === 'embed') ours = false;
  root.classList.toggle('framed', framed && ours);
  root.classList.toggle('elsewhere', framed && !ours);

  // How much larger all is drawn: type of 14 pixels becomes 28 and more from 1280 × 720 on.
  function enlarged(wide, high) {
    const fits = Math.min(wide / 640, high / 360);
    return ours && fits > 1.15 ? Math.max(Math.min(fits, 2), Math.min(wide / 873, high / 491)) : 1;
  }
  const state = { k: 1, at: 0, parts: { screens: [[0, 1]] } };
  const LARGER = [1.6, 1.45, 1.3, 1.2, 1.1];
  const title = find('h1');

  // Cards and tables: what belongs together, in rows that are shown or hidden.
  const items = () => [...stage.querySelectorAll('.st-key-figures > *, tbody tr')];
  function partItems(high) {
    const every = items();
    stage.querySelectorAll('.table, .missing').forEach(part => part.hidden = false);
    every.forEach(item => item.hidden = false);
    const top = node => node.getBoundingClientRect().top / state.k;
    const bottom = node => node.getBoundingClientRect().bottom / state.k;
    const found = [];
    let group, start, over;
    every.forEach((item, n) => {
      const its = item.closest('.table, .st-key-figures');
      if (its !== group) {
        over = top(item) - (group ? top(its) : top(stage));
        group = its;
        start = undefined;
      }
      if (start === undefined || bottom(item) - start + over > high) {
        start = top(item);
        if (found.length) found.at(-1)[1] = n;
        found.push([n, every.length]);
      }
    });
    return { screens: found.length ? found : [[0, 1]] };
  }
  function showItems() {
    const [from, to] = state.parts.screens[state.at];
    const every = items();
    every.forEach((item, n) => item.hidden = n < from || n >= to);
    if (!every.length) return;
    stage.querySelectorAll('.table').forEach(table => table.hidden = !table.querySelector('tbody tr:not([hidden])'));
    stage.querySelectorAll('.missing').forEach(part => part.hidden = state.at > 0);
  }
  function show() {
    if (chart) osloregionen.draw?.(chart);
    else if (state.k > 1) showItems();
    const { length } = state.parts.screens;
    screens.hidden = length < 2;
    find('.at-screen').textContent = screens.dataset.said.replace('{n}', state.at + 1).replace('{count}', length);
    screens.querySelectorAll('button').forEach(way => {
      const there = state.at + +way.dataset.step;
      way.toggleAttribute('aria-disabled', there < 0 || there >= length);
    });
  }
  function goto(at) {
    const there = Math.max(0, Math.min(at, state.parts.screens.length - 1));
    if (there === state.at) return;
    state.at = there;
    show();
  }
  function part() {
    const [wide, high] = [stage.clientWidth, stage.clientHeight];
    return chart ? osloregionen.parts(JSON.parse(chart.dataset.figure).layout, wide, high) : partItems(high);
  }
  // Lays all out at this enlargement, and says how the picture is parted then.
  function enlarge(k) {
    state.k = k;
    const large = k > 1;
    root.classList.toggle('large', large);
    root.classList.remove('noted');
    Object.assign(board.style, large
      ? { width: `${innerWidth / k}px`, height: `${innerHeight / k}px`, transform: `scale(${k})` }
      : { width: '', height: '', transform: '' });
    if (notes) notes.open = !large;
    title.classList.remove('long');
    title.classList.toggle('long', large && title.offsetHeight > 40);
    screens.hidden = true;
    if (!large) return { screens: [[0, 1]] };
    const parts = part();
    if (parts.screens.length < 2) return parts;
    // The way between screens takes room too.
    screens.hidden = false;
    return part();
  }
  function lay() {
    const k = enlarged(innerWidth, innerHeight);
    const share = state.at / state.parts.screens.length;
    root.classList.add('laid');
    state.parts = enlarge(k);
    if (k > 1) {
      grow(k);
      if (notes && state.parts.screens.length < 2) tryNotes();
    } else if (!chart) {
      stage.querySelectorAll('[hidden]').forEach(item => item.hidden = false);
    }
    state.at = Math.min(Math.round(share * state.parts.screens.length), state.parts.screens.length - 1);
    show();
  }
  // What has few rows is drawn larger still, as long as no screen is added.
  function grow(k) {
    const { screens: usual, rows: few } = state.parts;
    if (chart && !few) return;
    for (const more of LARGER) {
      const found = enlarge(k * more);
      const fits = found.screens.length === usual.length && (!chart || found.unit >= found.usual) && board.offsetWidth >= 420;
      if (fits && kept() >= 0.8) {
        state.parts = found;
        return;
      }
    }
    state.parts = enlarge(k);
  }
  const kept = () => stage.getBoundingClientRect().bottom / innerHeight;
  // What is to be known stands open where the picture keeps four fifths of the window.
  function tryNotes() {
    notes.open = true;
    root.classList.add('noted');
    const parts = part();
    if (kept() >= 0.8 && parts.screens.length < 2) state.parts = parts;
    else {
      notes.open = false;
      root.classList.remove('noted');
    }
  }
  osloregionen.shape = (figure, box) => {
    const { layout } = figure;
    let more = 1;
    if (state.k > 1) {
      const [wide, high] = [stage.clientWidth, stage.clientHeight];
      more = osloregionen.screen(figure, state.parts, state.at, wide, high);
      for (const trace of figure.data) if (trace.textfont?.size < 14) trace.textfont.size = 14;
      Object.assign(box.style, {
        width: `${wide / more}px`, transform: more === 1 ? '' : `scale(${more})`, marginBottom: `${layout.height * (more - 1)}px`,
      });
    } else {
      osloregionen.fit(layout, stage.clientWidth, layout.height);
      osloregionen.narrow(figure, stage.clientWidth);
      Object.assign(box.style, { width: '', transform: '', marginBottom: '' });
    }
    box.style.height = `${layout.height}px`;
    layout.width = box.clientWidth;
  };

  // The page's other figures look as this one does.
  const asked = new URLSearchParams(location.search);
  const follow = link => {
    if (!link) return;
    const there = new URL(link.href);
    ['appearance', 'form'].forEach(name => asked.has(name) && there.searchParams.set(name, asked.get(name)));
    location.replace(there);
  };
  function leave() {
    if (framed && ours) parent.postMessage({ osloregionen: 'close' }, location.origin);
    else if (!framed) location.assign(find('.back').href);
  }
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const control = event.target.closest?.('a, button, summary');
    const { length } = state.parts.screens;
    const step = {
      ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1, ' ': event.shiftKey ? -1 : 1, Home: -length, End: length,
    }[event.key];
    if (event.key === 'Escape') {
      if (notes?.open && state.k > 1 && !root.classList.contains('noted')) notes.open = false;
      else leave();
    } else if (event.key === 'ArrowLeft') follow(find('a[rel=prev]'));
    else if (event.key === 'ArrowRight') follow(find('a[rel=next]'));
    else if (step && state.k > 1 && length > 1 && !(control && event.key === ' ')) {
      event.preventDefault();
      goto(state.at + step);
    }
  });
  document.addEventListener('click', event => {
    const step = event.target.closest('[data-step]');
    if (step) goto(state.at + +step.dataset.step);
    const link = event.target.closest('a');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.rel === 'prev' || link.rel === 'next') event.preventDefault(), follow(link);
    else if (link.classList.contains('back') && framed && ours) event.preventDefault(), leave();
  });
  // A frame elsewhere learns how high the figure is.
  if (framed) {
    const tell = (stands = false) => parent.postMessage(
      { osloregionen: 'height', value: Math.ceil(board.getBoundingClientRect().height), stands }, '*');
    new ResizeObserver(() => tell()).observe(board);
    const frames = async count => { while (count--) await new Promise(requestAnimationFrame); };
    const drawn = () => !chart || chart.matches('[data-drawn], [data-failed]');
    addEventListener('message', async event => {
      if (event.source !== parent || event.data?.osloregionen !== 'height?') return;
      await document.fonts?.ready;
      for (let waited = 0; !drawn() && waited < 600; waited += 1) await frames(1);
      await frames(4); // what a new width asks for is laid out in one, and drawn in the next
      tell(true);
    });
    // Someone else's page stays where it is.
    if (!ours) document.querySelectorAll('.back, .source a').forEach(link => Object.assign(link, { target: '_blank', rel: 'noopener' }));
  }
  document.addEventListener('failed', () => root.classList.remove('laid'));

  // A landscape sheet of A4 with margins of 8 mm.
  const SHEET = [1062, 733];
  let before;
  addEventListener('beforeprint', () => {
    before = notes?.open;
    if (notes) notes.open = true;
    root.classList.add('printed');
    const [wide, high] = [board.offsetWidth, board.scrollHeight];
    root.style.setProperty('--sheet', Math.min(SHEET[0] / wide, SHEET[1] / high, state.k));
  });
  addEventListener('afterprint', () => {
    if (notes) notes.open = before;
    root.classList.remove('printed');
  });
  lay();
  // Type is measured once its font is there.
  document.fonts?.ready.then(lay);
  let waiting;
  addEventListener('resize', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(lay); });
}
