// The page of a figure alone: it fills the window, and keys lead through its screens and to the page's other figures; in
// someone else's frame and on a phone it is as long as it needs to be.
{
  const { osloregionen } = window;
  const root = document.documentElement;
  const find = selector => document.querySelector(selector);
  const framed = parent !== window;
  let ours = !framed;
  try { ours ||= parent.location.origin === location.origin; } catch { /* someone else's page */ }
  // The preview of what another site will show.
  if (new URLSearchParams(location.search).get('form') === 'embed') ours = false;
  root.classList.toggle('framed', framed && ours);
  root.classList.toggle('elsewhere', framed && !ours);
  const figure = osloregionen.board(find('.board'), ours);
  const { board, notes } = figure;
  const chart = find('.chart');

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
    const length = figure.count;
    const step = {
      ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1, ' ': event.shiftKey ? -1 : 1, Home: -length, End: length,
    }[event.key];
    if (event.key === 'Escape') {
      if (notes?.open && figure.k > 1 && !board.classList.contains('noted')) notes.open = false;
      else leave();
    } else if (event.key === 'ArrowLeft') follow(find('a[rel=prev]'));
    else if (event.key === 'ArrowRight') follow(find('a[rel=next]'));
    else if (step && figure.k > 1 && length > 1 && !(control && event.key === ' ')) {
      event.preventDefault();
      figure.goto(figure.at + step);
    }
  });
  document.addEventListener('click', event => {
    const step = event.target.closest('[data-step]');
    if (step) figure.goto(figure.at + +step.dataset.step);
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

  // A landscape sheet of A4 with margins of 8 mm.
  const SHEET = [1062, 733];
  let before;
  addEventListener('beforeprint', () => {
    before = notes?.open;
    if (notes) notes.open = true;
    root.classList.add('printed');
    const [wide, high] = [board.offsetWidth, board.scrollHeight];
    root.style.setProperty('--sheet', Math.min(SHEET[0] / wide, SHEET[1] / high, figure.k));
  });
  addEventListener('afterprint', () => {
    if (notes) notes.open = before;
    root.classList.remove('printed');
  });
  figure.lay();
  // Type is measured once its font is there.
  document.fonts?.ready.then(figure.lay);
  let waiting;
  addEventListener('resize', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(figure.lay); });
}
