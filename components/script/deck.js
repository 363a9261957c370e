// A presentation: one step fills the window, keys and thumbs lead from step to step. Everything was loaded with the page,
// so nothing here asks the server; whoever follows or steers hears of each step (follow.js).
{
  const { osloregionen } = window;
  const root = document.documentElement;
  const deck = document.getElementById('deck');
  const known = JSON.parse(deck.dataset.deck);
  const sections = [...deck.querySelectorAll('section.board')];
  // The step that is shown makes room for the bar of who looks closer.
  const below = section => section.classList.contains('now') ? osloregionen.closerBar?.() ?? 0 : 0;
  const boards = sections.map(section => osloregionen.board(section, true, () => below(section)));
  const bar = deck.querySelector('.bar');
  const drawn = new Set();
  const heard = []; // told of each step that is shown
  let at = 0;

  // The step that is shown is laid out at once, the others while nothing else is to be done, by the letters that they
  // will be read in: before those are there all would be done twice.
  function prepare(n) {
    if (!sections[n] || drawn.has(n)) return;
    drawn.add(n);
    sections[n].querySelectorAll('.chart[data-later]').forEach(chart => {
      chart.dataset.figure = chart.dataset.later;
      chart.removeAttribute('data-later');
    });
    boards[n].lay();
  }
  const idle = window.requestIdleCallback ?? (done => setTimeout(done, 60));
  let others = 0, lettered = false;
  function prepareOthers() {
    cancelIdle(others);
    if (!lettered) return;
    const next = [at + 1, at - 1, ...sections.keys()].find(n => sections[n] && !drawn.has(n));
    if (next === undefined) {
      root.setAttribute('data-whole', '');
      return osloregionen.drawSpeaker?.();
    }
    others = idle(() => { prepare(next); prepareOthers(); }, { timeout: 2000 });
  }
  const cancelIdle = window.cancelIdleCallback ?? clearTimeout;

  function show(n) {
    at = Math.max(0, Math.min(n, sections.length - 1));
    prepare(at);
    sections.forEach((section, each) => section.classList.toggle('now', each === at));
    bar.querySelector('.where').textContent = `${at + 1} / ${sections.length}`;
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${at + 1}`);
    document.title = `${sections[at].querySelector('.finding')?.textContent || known.title} · ${known.service}`;
    if (boards[at].k === 1) scrollTo(0, 0);
    prepareOthers();
  }
  // Somebody here goes to a step.
  function go(n) {
    const before = at;
    show(n);
    if (at !== before) heard.forEach(tell => tell());
  }
  // What lies over the step goes through its screens first.
  const turned = by => { const over = osloregionen.closerBoard?.(); return over && over.k > 1 && over.goto(over.at + by); };
  function on() {
    if (turned(1)) return;
    if (boards[at].k > 1 && boards[at].goto(boards[at].at + 1)) return heard.forEach(tell => tell());
    if (at < sections.length - 1) boards[at + 1].goto(0);
    go(at + 1);
  }
  function back() {
    if (turned(-1)) return;
    if (boards[at].k > 1 && boards[at].goto(boards[at].at - 1)) return heard.forEach(tell => tell());
    go(at - 1);
  }
  function dark(wanted = !root.classList.contains('blacked')) {
    root.classList.toggle('blacked', wanted);
    heard.forEach(tell => tell());
  }

  // All steps small beside each other; on a phone the list of contents stands for it.
  function overview(wanted = !root.classList.contains('overview')) {
    root.classList.toggle('overview', wanted);
    if (boards[at].k === 1) return scrollTo(0, 0);
    sections.keys().forEach(prepare);
    const across = Math.max(2, Math.min(5, Math.ceil(Math.sqrt(sections.length))));
    const gap = innerWidth * 0.02;
    const wide = (innerWidth - gap * (across + 1)) / across;
    const shape = innerHeight / innerWidth;
    boards.forEach(({ board, k }, n) => {
      const [x, y] = [gap + n % across * (wide + gap), (gap + Math.floor(n / across) * (wide + gap)) * shape];
      board.style.transform = wanted ? `translate(${x}px, ${y}px) scale(${k * wide / innerWidth})` : `scale(${k})`;
    });
    if (wanted) sections[at].scrollIntoView({ block: 'center' });
    else scrollTo(0, 0);
  }

  const print = () => { sections.keys().forEach(prepare); setTimeout(() => window.print(), 400); };
  const doing = {
    on, back, overview: () => overview(), dark: () => dark(), print,
    speaker: () => osloregionen.speaker?.(), closer: () => osloregionen.closer?.(), follow: () => osloregionen.follow?.(),
    files: () => osloregionen.files?.(),
  };
  const steps = { ArrowRight: () => go(at + 1), ArrowLeft: () => go(at - 1), Home: () => go(0), End: () => go(sections.length - 1) };
  const keys = {
    ...steps, ArrowDown: on, PageDown: on, ' ': on, Enter: on, ArrowUp: back, PageUp: back, Backspace: back,
    o: doing.overview, b: doing.dark, '.': doing.dark, s: doing.speaker, l: doing.closer, q: doing.follow, f: doing.files, p: print,
  };
  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, select, textarea, dialog[open]')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const control = event.target.closest?.('a, button, summary');
    if (control && (key === 'Enter' || key === ' ')) return;
    if (key === 'Escape') {
      if (root.classList.contains('blacked')) dark(false);
      else if (root.classList.contains('overview')) overview(false);
      else if (!osloregionen.closeCloser?.()) sections[at].querySelectorAll('.notes[open]').forEach(notes => { notes.open = false; });
      return;
    }
    if (root.classList.contains('overview') && (key === 'Enter' || key === ' ')) return event.preventDefault(), overview(false);
    const act = key === ' ' && event.shiftKey ? back : keys[key];
    if (!act) return;
    event.preventDefault();
    if (root.classList.contains('blacked') && act !== doing.dark) dark(false);
    act();
    if (root.classList.contains('overview')) sections[at].scrollIntoView({ block: 'nearest' });
  }
  addEventListener('keydown', pressed);
  document.addEventListener('click', event => {
    const [way, button] = ['[data-step]', '[data-do]'].map(selector => event.target.closest(selector));
    if (root.classList.contains('blacked')) return dark(false);
    if (way) { const one = osloregionen.closerBoard?.() ?? boards[at]; one.goto(one.at + +way.dataset.step); }
    else if (button) doing[button.dataset.do]();
    else if (root.classList.contains('overview')) {
      const found = sections.indexOf(event.target.closest('section.board'));
      const listed = event.target.closest('.contents a');
      if (listed) event.preventDefault();
      const there = listed ? sections.findIndex(({ id }) => id === listed.hash.slice(1)) : found;
      if (there < 0) return;
      overview(false);
      go(there);
    }
  });
  // Swipes, where nothing is to be scrolled sideways.
  let start;
  addEventListener('touchstart', event => { start = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  addEventListener('touchend', event => {
    const end = event.changedTouches[0];
    if (!start || root.classList.contains('overview') || event.target.closest('dialog, .bar, .table')) return;
    const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) x < 0 ? on() : back();
  }, { passive: true });
  // The bar comes with the pointer and goes again; it stays on a phone.
  let pointing;
  addEventListener('pointermove', () => {
    root.classList.add('pointing');
    clearTimeout(pointing);
    pointing = setTimeout(() => root.classList.remove('pointing'), 2500);
  });
  // On paper: each page with where the presentation is found, the file named after it.
  addEventListener('beforeprint', () => {
    const found = known.code ? `${location.host}/vis/${known.code} · ` : '';
    root.style.setProperty('--found', JSON.stringify(found));
    document.title = known.title || document.title;
    sections.keys().forEach(prepare);
    for (const { board, spread, k } of boards) {
      board.style.setProperty('--high', `${board.offsetHeight}px`);
      const high = spread();
      board.style.setProperty('--sheet', k === 1 ? 1 : Math.min(1040 / board.offsetWidth, 715 / high));
    }
  });
  addEventListener('afterprint', () => { again(); show(at); });

  const asked = () => {
    const name = location.hash.slice(1); // ids and numbers are plain: nothing is to be decoded
    const named = sections.findIndex(({ id }) => id === name);
    return named >= 0 ? named : (Number.parseInt(name, 10) || 1) - 1;
  };
  const again = () => { drawn.clear(); root.removeAttribute('data-whole'); root.classList.remove('overview'); prepare(at); prepareOthers(); };
  let waiting;
  Object.assign(osloregionen, {
    deck: { known, sections, boards, heard, show, go, on, back, dark, pressed, again, get at() { return at; } },
  });
  if (sections.length) {
    root.classList.add('laid', 'deck');
    Promise.resolve(document.fonts?.ready).then(() => { lettered = true; again(); });
    setTimeout(() => { if (!lettered) { lettered = true; prepareOthers(); } }, 5000); // letters that do not come
    addEventListener('resize', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(again); });
    addEventListener('hashchange', () => go(asked()));
  }
  osloregionen.begin = () => sections.length && show(asked());
}
