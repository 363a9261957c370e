// The window of the one who speaks: this step and the next one small, notes, and the time. It is drawn from here and asks
// the server for nothing; the same keys lead on. What it does where this window is gone: speaker_window.js.
{
  const { deck } = window.osloregionen;
  const { known, sections, boards } = deck;
  const { words } = known;
  let view = null;
  const began = Date.now();
  const line = new BroadcastChannel(`speaker-${known.code}`);
  // One that was left behind in another tab tells since when its speaker has spoken, and goes.
  line.onmessage = ({ data }) => { if (view && data < view.began) view.began = data; };

  function small(n, across) {
    const { document: there } = view;
    const place = there.createElement('div');
    place.className = 'small';
    const board = sections[n];
    if (!board) return place;
    const copy = there.importNode(board, true);
    copy.classList.add('now');
    copy.removeAttribute('id');
    place.append(copy);
    const { k } = boards[n];
    const share = across / innerWidth;
    Object.assign(place.style, { width: `${across}px`, height: `${innerHeight * share}px` });
    copy.style.transform = `scale(${k * share})`;
    if (k === 1) Object.assign(copy.style, { width: `${innerWidth}px`, transform: `scale(${share})` });
    return place;
  }
  function draw() {
    if (!view || view.closed) return void (view = null);
    const { document: there } = view;
    const find = selector => there.querySelector(selector);
    find('.this').replaceChildren(small(deck.at, view.innerWidth * 0.46));
    find('.next').replaceChildren(small(deck.at + 1, view.innerWidth * 0.34));
    find('.what-next').textContent = sections[deck.at + 1] ? words.next : words.last;
    find('.place').textContent = `${deck.at + 1} / ${sections.length}`;
    find('.notes-text').textContent = osloregionen.notes
      ? osloregionen.notes[sections[deck.at].id] || words.nonotes : words.secretnotes;
  }
  function tick() {
    if (!view || view.closed) return;
    const two = n => String(n).padStart(2, '0');
    const [now, used] = [new Date(), Math.floor((Date.now() - view.began) / 1000)];
    view.document.querySelector('.clock').textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    view.document.querySelector('.used').textContent = `${Math.floor(used / 60)}:${two(used % 60)}`;
  }
  osloregionen.notes ??= known.notes ?? null;
  osloregionen.drawSpeaker = draw;
  function build() {
    const { document: there } = view;
    view.began ??= began;
    there.documentElement.lang = document.documentElement.lang;
    there.documentElement.className = 'laid large deck speaker';
    Object.assign(there.documentElement.dataset, { line: line.name, gone: words.gone });
    const style = there.createElement('link');
    Object.assign(style, { rel: 'stylesheet', href: document.querySelector('link[rel=stylesheet]').href });
    const part = (name, ...inside) => {
      const node = there.createElement({ left: 'main', right: 'aside' }[name] ?? 'div');
      node.className = name;
      node.append(...inside);
      return node;
    };
    const title = text => Object.assign(there.createElement('h2'), { textContent: text });
    const script = there.head.querySelector('script') ?? there.createElement('script');
    if (!script.src) script.src = new URL(osloregionen.speakerWindow, location.href).href;
    there.head.replaceChildren(style, script);
    there.title = words.speaker;
    there.body.replaceChildren(
      part('left', Object.assign(there.createElement('h1'), { className: 'unseen', textContent: words.speaker }), part('this'), part('row', part('place'), part('clock'), part('used'))),
      part('right', Object.assign(title(''), { className: 'what-next' }), part('next'), title(words.notes), part('notes-text')));
    there.onkeydown = deck.pressed;
    style.onload = draw;
    view.onresize = draw;
    view.onbeforeunload = () => { view = null; };
    draw();
    tick();
  }
  osloregionen.speaker = () => {
    view = open('', `speaker-${known.code}`, 'popup,width=1200,height=760');
    if (!view) return osloregionen.tell?.(words.blocked);
    build();
    line.postMessage('opened');
  };
  osloregionen.takeSpeaker = there => {
    if (view === there) return;
    view = there;
    build();
  };
  // So that it is there without a network.
  fetch(osloregionen.speakerWindow).catch(() => { /* asked for again when it is opened */ });
  setInterval(tick, 1000);
  deck.heard.push(draw);
}
