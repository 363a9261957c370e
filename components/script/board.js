// A board: one picture or two beside each other with all that stands around, laid out to fill a window with type that
// the back row can read, one screen at a time. Where it fills no window it is as long as it needs to be.
{
  const { osloregionen } = window;
  const root = document.documentElement;
  const LARGER = [1.6, 1.45, 1.3, 1.2, 1.1];
  const WHOLE = { screens: [[0, 1]] };
  const places = new WeakMap(); // of each chart: its board's state and its pane

  // How much larger all is drawn: type of 14 pixels becomes 28 and more from 1280 × 720 on.
  function enlarged(wide, high) {
    const fits = Math.min(wide / 640, high / 360);
    return fits > 1.15 ? Math.max(Math.min(fits, 2), Math.min(wide / 873, high / 491)) : 1;
  }
  const SHARE = { one: 1 / 6, more: 1 / 8 }; // of a board's height that words may take over one picture, and over two sides
  const figureOf = chart => JSON.parse(chart.dataset.figure ?? chart.dataset.later);

  // Cards and tables: what belongs together, in rows that are shown or hidden.
  const items = stage => [...stage.querySelectorAll('.st-key-figures > *, tbody tr, .own > p')];
  function unpart(stage) {
    [...items(stage), ...stage.querySelectorAll('.table, .missing')].forEach(part => part.hidden = false);
  }
  function partItems({ stage }, k, high) {
    const every = items(stage);
    unpart(stage);
    const top = node => node.getBoundingClientRect().top / k;
    const bottom = node => node.getBoundingClientRect().bottom / k;
    const found = [];
    let group, start, over, tallest = 0;
    every.forEach((item, n) => {
      const its = item.closest('.table, .st-key-figures, .own');
      if (its !== group) {
        over = top(item) - (group ? top(its) : top(stage));
        group = its;
        start = undefined;
      }
      tallest = Math.max(tallest, bottom(item) - top(item) + over);
      if (start === undefined || bottom(item) - start + over > high) {
        start = top(item);
        if (found.length) found.at(-1)[1] = n;
        found.push([n, every.length]);
      }
    });
    return found.length ? { screens: found, whole: tallest <= high } : WHOLE;
  }
  function showItems({ stage, parts }, at) {
    const [from, to] = parts.screens[at];
    const every = items(stage);
    every.forEach((item, n) => item.hidden = n < from || n >= to);
    if (!every.length) return;
    stage.querySelectorAll('.table').forEach(table => table.hidden = !table.querySelector('tbody tr:not([hidden])'));
    stage.querySelectorAll('.missing').forEach(part => part.hidden = at > 0);
  }

  // `below`: pixels of the window that something else takes at its foot.
  osloregionen.board = (board, fills = true, below = () => 0) => {
    const find = selector => board.querySelector(selector);
    const [title, notes, screens, sides] = ['.finding', '.notes', '.screens', '.sides'].map(find);
    const words = find('.words'); // the presenter's own, over the picture or on screens of their own after it
    const lines = board.matches('.of-title') ? 140 : board.matches('.of-text') ? 100 : 40; // a title higher than this is long
    const state = { k: 1, at: 0 };
    const panes = [...board.querySelectorAll('.stage')].map(stage => ({ stage, chart: stage.querySelector('.chart'), parts: WHOLE }));
    panes.forEach(pane => pane.chart && places.set(pane.chart, { state, pane }));
    const alone = panes.length === 1 ? panes[0] : null;
    const pictures = () => Math.max(1, ...panes.map(({ parts }) => parts.screens.length));
    const spoken = words && { stage: words, parts: WHOLE, alone: false };
    const count = () => pictures() + (spoken?.alone ? spoken.parts.screens.length : 0);
    const shown = pane => Math.min(state.at, pane.parts.screens.length - 1);

    function show() {
      const over = state.at - pictures();
      board.classList.toggle('at-words', over >= 0);
      if (spoken?.alone) showItems(spoken, Math.max(0, over));
      for (const pane of panes) {
        if (pane.chart) osloregionen.draw?.(pane.chart);
        else if (state.k > 1) showItems(pane, shown(pane));
      }
      if (!screens) return;
      screens.hidden = count() < 2;
      find('.at-screen').textContent = screens.dataset.said.replace('{n}', state.at + 1).replace('{count}', count());
      screens.querySelectorAll('button').forEach(way => {
        const there = state.at + +way.dataset.step;
        way.toggleAttribute('aria-disabled', there < 0 || there >= count());
      });
    }
    function goto(at) {
      const there = Math.max(0, Math.min(at, count() - 1));
      if (there === state.at) return false;
      state.at = there;
      show();
      return true;
    }
    function part() {
      for (const pane of panes) {
        const [wide, high] = [pane.stage.clientWidth, pane.stage.clientHeight];
        pane.parts = pane.chart ? osloregionen.parts(figureOf(pane.chart).layout, wide, high) : partItems(pane, state.k, high);
      }
      if (spoken?.alone) {
        words.style.inset = `${words.nextElementSibling.offsetTop}px 0 ${board.clientHeight - find('.foot').offsetTop}px`;
        spoken.parts = partItems(spoken, state.k, words.clientHeight);
      }
      return panes.map(({ parts }) => parts);
    }
    // Words that would leave the picture too little room stand on screens of their own, as large whatever it is.
    function speak(alone, k) {
      if (!spoken) return;
      spoken.alone = alone;
      words.classList.toggle('alone', alone);
      Object.assign(words.style, { inset: '', fontSize: alone ? `${20 * k / state.k}px` : '' });
      unpart(words);
    }
    // Lays all out at this enlargement, and parts the pictures as they are parted then.
    function enlarge(k) {
      state.k = k;
      const large = k > 1;
      root.classList.toggle('large', large);
      board.classList.remove('noted');
      Object.assign(board.style, large
        ? { width: `${innerWidth / k}px`, height: `${(innerHeight - below()) / k}px`, transform: `scale(${k})` }
        : { width: '', height: '', transform: '' });
      if (notes) notes.open = !large;
      title.classList.remove('long');
      title.classList.toggle('long', large && title.offsetHeight > lines);
      if (screens) screens.hidden = true;
      if (!large) {
        panes.forEach(pane => pane.parts = WHOLE);
        return;
      }
      if (spoken?.alone) speak(true, enlarged(innerWidth, innerHeight));
      part();
      if (count() < 2 || !screens) return;
      // The way between screens takes room too.
      screens.hidden = false;
      part();
    }
    const kept = () => (panes[0]?.stage.getBoundingClientRect().bottom ?? innerHeight) / innerHeight;
    // What stands on two sides is as large as both have room for; where they have none, the least important goes.
    function fitSides(k) {
      const fits = () => sides.scrollHeight <= sides.clientHeight + 1;
      for (const [more, less] of [...LARGER.slice(1).map(one => [one, '']), [1, ''], [1, 'tight'], [1, 'tight tightest']]) {
        sides.classList.remove('tight', 'tightest');
        if (less) sides.classList.add(...less.split(' '));
        enlarge(k * more);
        if (fits()) return;
      }
      if (!spoken || spoken.alone) return;
      speak(true, k);
      fitSides(k);
    }
    // What has few rows is drawn larger still, as long as no screen is added.
    function grow(k) {
      if (sides) return fitSides(k);
      if (!alone || board.matches('.of-title, .of-number')) return; // large as they are
      const { chart, parts: { screens: usual, rows: few } } = alone;
      if (chart && !few) return;
      for (const more of LARGER) {
        enlarge(k * more);
        const found = alone.parts;
        const fits = found.screens.length === usual.length && (chart ? found.unit >= found.usual : found.whole !== false) && board.offsetWidth >= 420;
        if (fits && kept() >= 0.8) return;
      }
      enlarge(k);
    }
    // What is to be known stands open where the picture keeps four fifths of the window.
    function tryNotes() {
      const before = panes.map(({ parts }) => parts);
      notes.open = true;
      board.classList.add('noted');
      part();
      if (kept() >= 0.8 && count() < 2) return;
      notes.open = false;
      board.classList.remove('noted');
      panes.forEach((pane, n) => pane.parts = before[n]);
    }
    function lay() {
      const k = fills ? enlarged(innerWidth, innerHeight) : 1;
      const share = state.at / count();
      root.classList.add('laid');
      speak(false, k);
      enlarge(k);
      if (k > 1) {
        if (words?.offsetHeight > board.clientHeight * (alone ? SHARE.one : SHARE.more)) {
          speak(true, k);
          enlarge(k);
        }
        grow(k);
        if (notes && count() < 2) tryNotes();
      } else {
        panes.filter(({ chart }) => !chart)
          .forEach(({ stage }) => stage.querySelectorAll('[hidden]').forEach(item => item.hidden = false));
      }
      state.at = Math.min(Math.round(share * count()), count() - 1);
      show();
    }
    // On paper all parts stand there at once, and under a chart that is parted its table. Gives how high the first sheet is.
    function spread() {
      if (notes) notes.open = true;
      sides?.classList.remove('tight', 'tightest');
      const over = notes && !board.matches('.noted') ? notes.querySelector('ul').offsetHeight : 0; // lies over the board here
      const high = Math.max(board.scrollHeight, 1) + over;
      board.classList.remove('at-words');
      for (const { stage, chart, parts } of spoken ? [...panes, spoken] : panes) {
        stage.classList.toggle('parted', parts.screens.length > 1);
        if (!chart) unpart(stage);
      }
      return high;
    }
    return { board, lay, goto, spread, get k() { return state.k; }, get at() { return state.at; }, get count() { return count(); } };
  };

  osloregionen.shape = (figure, box) => {
    const { layout } = figure;
    const { state, pane } = places.get(box);
    const { stage, parts } = pane;
    let more = 1;
    if (state.k > 1) {
      const [wide, high] = [stage.clientWidth, stage.clientHeight];
      more = osloregionen.screen(figure, parts, Math.min(state.at, parts.screens.length - 1), wide, high);
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
  // The table stands for a chart that cannot be drawn; among other steps for this one alone.
  document.addEventListener('failed', event => {
    if (root.classList.contains('deck')) event.target.closest('.board').classList.add('tabled');
    else root.classList.remove('laid');
  });
}
