// The reader's own presentations: they lie in this browser at once, and in the store when they have been saved. Several
// tabs write to the same place, each change into what lies there now, so that none takes back another's.
{
  const { osloregionen } = window;
  const { words, trouble, most } = osloregionen;
  const PLACE = 'osloregionen.presentasjoner';
  const heard = new Set();
  const random = () => [...crypto.getRandomValues(new Uint8Array(8))].map(n => 'abcdefghjkmnpqrstuvwxyz23456789'[n % 31]).join('');
  const language = () => document.documentElement.lang === 'en' ? 'en' : 'nb';
  const empty = () => ({ story: { format: 1, title: '', lang: language(), steps: [] } });
  let memory = null; // what the browser has no room for, or may not keep: it lasts as long as this window, and that is said

  function all() {
    if (memory) return memory;
    try {
      const kept = JSON.parse(localStorage.getItem(PLACE));
      if (kept?.all?.[kept.current]?.story?.steps) return kept;
    } catch { /* not ours, or not allowed */ }
    const name = random();
    return { current: name, all: { [name]: empty() } };
  }
  function put(kept) {
    try {
      localStorage.setItem(PLACE, JSON.stringify(kept));
      memory = null;
    } catch { memory = kept; }
    heard.forEach(tell => tell());
  }
  const current = () => { const kept = all(); return kept.all[kept.current]; };
  // Changes the presentation that is open, as it lies there now.
  function change(make, name) {
    const kept = all();
    const one = kept.all[name ?? kept.current];
    if (!one) return;
    make(one);
    put(kept);
    soon();
  }
  function step(template, views, more = {}) {
    return { id: random(), template, views, title: '', text: '', notes: '', ...more };
  }

  // Whether one more step has room; where it has none that is said.
  function room() {
    const free = current().story.steps.length < most.steps;
    if (!free) osloregionen.tell(words('full').replace('{most}', most.steps), { fault: true });
    return free;
  }

  // Why something was refused: by what keeps presentations, or in a page's words by what stands before it (bounds, limits).
  function reason(text) {
    try { return JSON.parse(text).says; } catch { /* a page */ }
    const page = new DOMParser().parseFromString(text, 'text/html');
    return [...page.querySelectorAll('main > h1, main > .measure')].map(part => part.textContent).join('. ');
  }
  // What is saved is merged with what others have saved meanwhile. One tab at a time asks.
  const ask = async (address, method, body, secret) => {
    const answer = await fetch(`${address}?lang=${language()}`, {
      method, body: body && JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...secret && { Authorization: `Bearer ${secret}` } },
    }).catch(() => { throw new Error(words('unreachable')); });
    if (answer.ok) return answer.json().catch(() => { throw new Error(words('faulty')); });
    throw Object.assign(new Error(reason(await answer.text()) || trouble(new Error(answer.status))), { status: answer.status });
  };
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const alone = work => navigator.locks ? navigator.locks.request('osloregionen.save', work) : work();
  let waiting, again = 800;
  const soon = (after = 800) => { clearTimeout(waiting); waiting = setTimeout(save, after); };
  async function save() {
    const { current: name } = all();
    await alone(async () => {
      const one = all().all[name];
      if (!one?.edit || same(one.story, one.base)) return;
      const sent = one.story;
      try {
        const { presentation, revision, clashes } = await ask(`/vis/${one.code}`, 'PUT', { base: one.base ?? null, presentation: sent }, one.edit);
        change(now => {
          // Written on meanwhile: what was sent is then what both began with.
          now.base = same(now.story, sent) ? presentation : sent;
          if (same(now.story, sent)) now.story = presentation;
          Object.assign(now, { revision, saved: Date.now(), trouble: '', clashes });
        }, name);
        again = 800;
      } catch (fault) {
        const kept = all();
        // Where it is not any more, or the secret is another's, it can be kept anew.
        const lost = [403, 404].includes(fault.status);
        Object.assign(kept.all[name], { lost, trouble: fault.status ? fault.message : words('unreachable') });
        put(kept);
        again = Math.min(again * 2, 30000);
        if (![400, 403, 404, 413].includes(fault.status)) soon(again);
      }
    });
  }
  // What others have saved, where nothing here waits to be saved.
  async function refresh() {
    const { current: name } = all();
    const { code, edit, revision } = current();
    if (!edit) return;
    try {
      const told = await ask(`/vis/${code}/innhold`, 'GET', undefined, edit);
      if (told.revision === revision) return;
      const one = all().all[name];
      if (one.base && !same(one.story, one.base)) return soon(0);
      const kept = all();
      Object.assign(kept.all[name], { story: told.presentation, base: told.presentation, revision: told.revision });
      put(kept);
    } catch { /* the next save tells */ }
  }
  // Keeps it in the store, and gets its links.
  async function keep() {
    const { current: name } = all();
    const { story } = current();
    const { code, edit, presentation, revision } = await ask('/vis', 'POST', { presentation: story });
    change(one => Object.assign(one, { code, edit, base: presentation, revision, saved: Date.now(), trouble: '', lost: false }), name);
  }
  function open(story, more = {}) {
    const kept = all();
    const there = more.code && Object.keys(kept.all).find(name => kept.all[name].code === more.code);
    const name = there ?? random();
    if (!kept.all[kept.current].story.steps.length && !kept.all[kept.current].code) delete kept.all[kept.current];
    kept.all[name] = { ...there ? kept.all[there] : {}, story, ...more };
    kept.current = name;
    put(kept);
  }

  addEventListener('storage', event => { if (event.key === PLACE) heard.forEach(tell => tell()); });
  addEventListener('online', () => soon(0));
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-tool=collect]');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { template, view, title, text } = link.dataset;
    if (!room()) return;
    const made = step(template, view ? [view] : [], { title, text });
    change(({ story }) => story.steps.push(made));
    osloregionen.tell([words('collected').replace('{n}', current().story.steps.length), memory && words('unkept')].filter(Boolean).join('. '));
  }, true);
  osloregionen.stories = { all, put, current, change, step, room, ask, keep, open, refresh, empty, random, same, soon, heard, get lasting() { return !memory; } };

  // The editor is fetched where it is needed.
  function mount() {
    if (!document.querySelector('.story-editor') || osloregionen.editing) return;
    osloregionen.editing = true;
    document.head.append(Object.assign(document.createElement('script'), { src: osloregionen.editor }));
  }
  new MutationObserver(mount).observe(document.documentElement, { childList: true, subtree: true });
  mount();
  // The secret of an edit link stands after "#", which no server is sent; it leaves the address at once.
  const [, code, edit] = /^#rediger=([a-z0-9]{10})\.([a-z0-9]{26})$/.exec(location.hash) ?? [];
  if (code) {
    history.replaceState(history.state, '', location.pathname + location.search);
    ask(`/vis/${code}/innhold`, 'GET', undefined, edit)
      .then(({ presentation, revision }) => open(presentation, { code, edit, base: presentation, revision }))
      .catch(fault => setTimeout(() => osloregionen.tell(fault.message, { fault: true }), 1500));
  } else if (location.hash.startsWith('#rediger=')) {
    history.replaceState(history.state, '', location.pathname + location.search);
    setTimeout(() => osloregionen.tell(words('partlink'), { fault: true }), 1500);
  }
}
