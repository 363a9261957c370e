// Looking closer without leaving the step: other peers, or a region pointed out. The figure asked for lies over the step,
// and Escape leads back to it. What was asked for once is kept, and costs no question again.
{
  const { osloregionen } = window;
  const { deck, make } = osloregionen;
  const { known, sections, boards } = deck;
  const { words } = known;
  const kept = new Map();
  let choices = null; // sets of peers and regions, fetched with the page so that they are there in the meeting
  let shown = null; // { section, board } over the step
  let bar = null;
  let step = -1; // at which one looks closer
  let asked = 0;
  const option = ([value, textContent]) => make('option', { value, textContent });
  const got = async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer;
  };
  let choosing;
  const choose = () => choosing ??= got(`/vis/valg?lang=${document.documentElement.lang}`)
    .then(answer => answer.json()).then(found => { choices = found; })
    .catch(fault => { choosing = undefined; throw fault; });
  const trouble = fault => osloregionen.unreached(fault) ? words.unasked : words.faulty;
  choose().catch(() => { /* asked for anew, and said, when somebody wants to look closer */ });

  function uncover() {
    shown?.section.remove();
    shown = null;
    sections[step].classList.remove('covered');
  }
  osloregionen.closeCloser = () => {
    asked += 1; // what is still to come is not waited for any more
    if (!bar) return false;
    uncover();
    bar.remove();
    bar = null;
    for (const at of new Set([step, deck.at])) boards[at].lay();
    return true;
  };
  osloregionen.closerBoard = () => shown?.board;
  osloregionen.closerBar = () => bar?.offsetHeight ?? 0;
  addEventListener('resize', () => requestAnimationFrame(() => shown?.board.lay()));

  // The page of the figure alone, as a board of this page.
  function cover(page, title) {
    const found = page.querySelector('.board');
    const section = make('section', { className: 'board now closer' }, ...document.importNode(found, true).childNodes);
    section.setAttribute('aria-label', title);
    section.querySelectorAll('.figures, .back').forEach(part => part.remove());
    const heading = section.querySelector('h1');
    heading.replaceWith(make('h2', { className: 'finding', textContent: heading.textContent }));
    const chart = section.querySelector('.chart');
    if (chart) chart.dataset.key = `closer/${asked}`;
    uncover();
    sections[step].classList.add('covered');
    sections[step].after(section);
    shown = { section, board: osloregionen.board(section, true, () => bar.offsetHeight) };
    shown.board.lay();
  }
  async function look(address) {
    const mine = asked += 1;
    bar.querySelector('.said').textContent = words.loading;
    try {
      if (!kept.has(address)) {
        const page = new DOMParser().parseFromString(await (await got(address)).text(), 'text/html');
        if (!page.querySelector('.board')) throw new Error('no figure'); // a login, say: not kept
        kept.set(address, page);
      }
      if (mine !== asked || !bar) return;
      cover(kept.get(address), words.closer);
      bar.querySelector('.said').textContent = '';
    } catch (fault) {
      if (mine === asked && bar) bar.querySelector('.said').textContent = trouble(fault);
    }
  }
  osloregionen.closer = async () => {
    if (osloregionen.closeCloser()) return;
    const { figurePage: figure } = sections[deck.at].dataset;
    if (!figure) return osloregionen.tell(words.nofigure, { fault: true });
    const mine = asked += 1;
    if (!choices) osloregionen.tell(words.loading);
    try { await choose(); } catch (fault) { return mine === asked && osloregionen.tell(trouble(fault), { fault: true }); }
    if (mine !== asked || document.documentElement.classList.contains('overview')) return; // gone on meanwhile
    step = deck.at;
    const given = new URL(figure, location.href);
    const ask = () => {
      const url = new URL(given);
      for (const [name, control] of Object.entries(controls)) if (control.value) url.searchParams.set(name, control.value);
      url.searchParams.set('lang', document.documentElement.lang);
      look(url.pathname + url.search);
    };
    const controls = { peers: make('select', { onchange: ask }, option(['', '–']), ...choices.sets.map(option)) };
    if (given.searchParams.has('mark'))
      controls.mark = make('select', { onchange: ask }, option(['', words.none]), ...choices.regions.map(option));
    const label = (text, control) => make('label', {}, make('span', { textContent: text }), control);
    bar = make('div', { className: 'closer-bar' },
      ...Object.entries(controls).map(([name, control]) => label(words[name], control)),
      make('button', { type: 'button', textContent: words.close, title: words.escape, onclick: osloregionen.closeCloser }),
      make('span', { className: 'said' }));
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', words.closer);
    bar.addEventListener('keydown', event => { if (event.key === 'Escape') osloregionen.closeCloser(); });
    document.querySelector('main').append(bar);
    boards[deck.at].lay();
    (controls.mark ?? controls.peers).focus();
  };
  deck.heard.push(() => osloregionen.closeCloser());
}
