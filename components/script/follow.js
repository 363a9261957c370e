// Following a showing. The server tells where it stands, never how it got there: a phone that wakes keeps its step until it
// knows the present one. Who has the secret steers; all others may look around and come back.
{
  const { osloregionen } = window;
  const { deck, make } = osloregionen;
  const { known, sections, heard } = deck;
  const { code, words } = known;
  const root = document.documentElement;
  const told = make('p', { className: 'told', role: 'status' });
  const sign = make('div', { className: 'following', hidden: true, role: 'status' });
  document.body.append(sign, told);
  let fading;
  // As on the pages (tools.js): what went wrong stays longer.
  osloregionen.tell = (text, { fault = false } = {}) => {
    told.textContent = text;
    told.classList.add('seen');
    clearTimeout(fading);
    fading = setTimeout(() => told.classList.remove('seen'), Math.max(fault ? 10000 : 3500, 65 * text.length));
  };

  // The secret stands after "#", which no server is sent; it leaves the address at once, and lasts as long as the window.
  const place = `vis-${code}`;
  const secret = (() => { try { return JSON.parse(sessionStorage.getItem(place)) ?? {}; } catch { return {}; } })();
  const keep = () => { try { sessionStorage.setItem(place, JSON.stringify(secret)); } catch { /* this window only */ } };
  const [, kind, given] = /^#(rediger|styr)=([a-z0-9]{26})$/.exec(location.hash) ?? [];
  if (given) {
    secret[kind === 'styr' ? 'steer' : 'edit'] = given;
    keep();
    history.replaceState(history.state, '', location.pathname + location.search);
  } else if (/^#(rediger|styr)=/.test(location.hash)) {
    history.replaceState(history.state, '', location.pathname + location.search);
    osloregionen.tell(words.partlink, { fault: true });
  }
  const ask = async (what, method, bearer, body) => {
    const answer = await fetch(`/vis/${code}/${what}?lang=${root.lang}`, {
      method, keepalive: method === 'POST', body: body && JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
    }).catch(() => { throw new Error(words.lost); });
    const said = await answer.json().catch(() => ({}));
    const otherwise = osloregionen.unreached(new Error(answer.status)) ? words.lost : words.faulty;
    if (!answer.ok) throw Object.assign(new Error(said.says ?? otherwise), { status: answer.status });
    return said;
  };

  let state = null; // where the showing stands, as the server told last
  let following = true;
  // Somebody has presented while this reader was here; who comes after the meeting reads by themselves, from the start.
  let seen = Boolean(secret.edit || secret.steer);
  let connected = true;
  let full = false; // more follow already than are let in
  const dark = () => root.classList.contains('blacked');
  const here = () => sections[deck.at]?.id;

  function draw() {
    const live = state && !state.over;
    const lost = !connected && (live || secret.steer);
    root.classList.toggle('steering', Boolean(secret.steer));
    sign.replaceChildren();
    if (lost) sign.append(secret.steer ? words.unsent : words.lost);
    else if (full) sign.append(words.full);
    else if (live && seen && !secret.steer) {
      if (!following && state.here) sign.append(make('button', { type: 'button', textContent: words.again, onclick: come }));
      if (!state.here) sign.append(make('span', { textContent: words.away }));
      if (!state.here && secret.edit) sign.append(make('button', { type: 'button', textContent: words.takeover, onclick: () => osloregionen.follow() }));
      else if (following) sign.append(make('span', { className: 'dot', textContent: words.follows }));
    }
    sign.hidden = !sign.childNodes.length;
  }
  function come() {
    following = true;
    take();
    draw();
  }
  // Shows what the showing shows; what this reader is looking at by themselves stays.
  function take() {
    if (!state || state.over || !following || !seen) return;
    const there = sections.findIndex(({ id }) => id === state.step);
    root.classList.toggle('blacked', state.dark && state.here); // nobody is left in the dark
    if (there >= 0 && there !== deck.at) {
      if (root.classList.contains('overview')) return;
      deck.show(there);
      osloregionen.drawSpeaker?.();
      drawNotes();
    }
  }

  // Steering: only the newest place counts, and it is sent until it has arrived.
  let sending = false, wanted = false, acknowledged = 0, waiting;
  async function steer() {
    wanted = true;
    if (sending || !secret.steer) return;
    sending = true;
    clearTimeout(waiting);
    while (wanted && secret.steer) {
      wanted = false;
      try {
        const { moves } = await ask('styr', 'POST', secret.steer, { step: here(), dark: dark() });
        acknowledged = moves;
        connected = true;
      } catch (fault) {
        if (fault.status === 403) {
          delete secret.steer;
          keep();
          osloregionen.tell(words.lostsecret, { fault: true });
          break;
        }
        connected = false;
        wanted = true;
        break;
      }
    }
    sending = false;
    if (wanted) waiting = setTimeout(steer, 1000);
    else heed();
    draw();
  }
  // What another who steers has shown since.
  function heed() {
    if (!state || sending || wanted) return;
    if (!secret.steer || state.moves > acknowledged) take();
  }
  heard.push(() => {
    if (secret.steer) steer();
    else if (state && !state.over) following = false;
    drawNotes();
    draw();
  });
  // A sign of life; who has just come knows first where the showing stands.
  setInterval(() => { if (secret.steer && state && !sending) steer(); }, 15000);

  // The stream: it is opened anew where it has been silent, and when a phone wakes.
  let stream = null, last = 0, delay = 1000, reopening, unheeded = 0;
  // A phone that wakes is told all that it slept through in one go: only the last of it counts. By a message and not by
  // a timer, which browsers slow down to once a second in windows that are covered.
  const heeding = new MessageChannel();
  heeding.port1.onmessage = () => {
    if (--unheeded) return;
    heed();
    draw();
  };
  function close() {
    stream?.close();
    stream = null;
  }
  // A stream does not tell why it was refused.
  async function askWhy() {
    const asked = new AbortController();
    const answer = await fetch(`/vis/${code}/hendelser`, { signal: asked.signal }).catch(() => ({}));
    full = answer.status === 503;
    asked.abort();
    draw();
  }
  function listen() {
    clearTimeout(reopening);
    close();
    stream = new EventSource(`/vis/${code}/hendelser`);
    last = Date.now();
    const alive = () => { last = Date.now(); delay = 1000; full = false; if (!connected && !wanted) { connected = true; draw(); } };
    stream.addEventListener('beat', alive);
    stream.addEventListener('state', event => {
      alive();
      state = JSON.parse(event.data);
      seen ||= Boolean(state.here);
      if (state.over) {
        close();
        // Who came before it begins is there from the start; who reads the hand-out asks seldom.
        reopening = setTimeout(listen, performance.now() < 1200000 ? 4000 : 60000);
      }
      unheeded += 1;
      heeding.port2.postMessage(null);
    });
    stream.onerror = () => {
      close();
      if (state?.over) return;
      connected = false;
      draw();
      if (!state) askWhy();
      delay = Math.min(delay * 1.6, 8000);
      reopening = setTimeout(listen, delay * (0.7 + 0.6 * Math.random()));
    };
  }
  if (code) {
    document.addEventListener('visibilitychange', () => { if (!document.hidden) listen(); });
    addEventListener('online', listen);
    addEventListener('pageshow', event => { if (event.persisted) listen(); });
    setInterval(() => { if (stream && Date.now() - last > 25000) listen(); }, 5000);
    listen();
  }

  // Notes on the phone that steers, and in the speaker's window.
  const notes = make('aside', { className: 'remote-notes', ariaLabel: words.notes, hidden: true });
  document.body.append(notes);
  function drawNotes() {
    const text = secret.steer && osloregionen.notes?.[here()];
    notes.textContent = text || '';
    notes.hidden = !text;
  }
  async function fetchNotes() {
    const bearer = secret.edit ?? secret.steer;
    if (!code || !bearer) return;
    try {
      const { presentation } = await ask('innhold', 'GET', bearer);
      osloregionen.notes = Object.fromEntries(presentation.steps.map(step => [step.id, step.notes]));
      osloregionen.drawSpeaker?.();
      drawNotes();
    } catch (fault) {
      if (fault.status !== 403) return; // the speaker's window says that there are none
      const edits = bearer === secret.edit;
      delete secret[edits ? 'edit' : 'steer'];
      keep();
      osloregionen.tell(edits ? fault.message : words.lostsecret, { fault: true });
      draw();
      if (secret.steer) fetchNotes();
    }
  }

  // Begins a showing, or takes it back from all others who steer (invite.js).
  async function begin() {
    const { steer: fresh } = await ask('styring', 'POST', secret.edit, { step: here() });
    secret.steer = fresh;
    keep();
    acknowledged = 0;
    steer();
    listen();
    fetchNotes();
  }
  osloregionen.showing = { secret, ask, begin, get live() { return Boolean(state && !state.over); } };

  osloregionen.begin();
  draw();
  fetchNotes();
}
