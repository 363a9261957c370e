// The editor on the page of presentations. It is one element that is kept: when Streamlit draws the page anew, it moves
// into the new place. What is typed goes into the presentation at once (edits.js, stories.js).
{
  const { osloregionen } = window;
  const { make, words, stories, edits, tell, trouble, most } = osloregionen;
  const { edit, undo } = edits;
  const { button, able, fill, card, fillCard } = osloregionen.cards;
  const root = make('div', { className: 'editor' });
  let looked = new Map(); // what each step shows, by its id
  let lookedFor = '';
  let unseen = ''; // why what they show is not known

  const title = make('input', {
    maxLength: most.title, oninput: () => edit('title', story => { story.title = title.value; }), onblur: edits.left,
  });
  const lang = make('select', { onchange: () => edit('', story => { story.lang = lang.value; }) },
    make('option', { value: 'nb', textContent: 'Norsk' }), make('option', { value: 'en', textContent: 'English' }));
  const list = make('ol', { className: 'steps-list' });
  const state = make('p', { className: 'state', role: 'status' });
  const others = make('select', { ariaLabel: words('mine'), onchange: () => { const kept = stories.all(); kept.current = others.value; edits.forget(); stories.put(kept); stories.refresh(); } });
  const file = make('input', { type: 'file', accept: 'application/json,.json', hidden: true, onchange: async () => {
    const [chosen] = file.files;
    file.value = '';
    if (!chosen) return;
    try {
      if (chosen.size > 1000000) throw new Error(words('badfile'));
      const story = JSON.parse(await chosen.text());
      await stories.ask('/vis/sett', 'POST', { presentation: story });
      stories.open({ ...stories.empty().story, ...story, steps: story.steps.map(one => ({ ...stories.step(one.template, []), ...one })) });
      edits.forget();
    } catch (fault) { tell(fault instanceof SyntaxError || fault instanceof TypeError ? words('badfile') : fault.message, { fault: true }); }
  } });
  // Shown from the store with the secret after "#", or sent along where it lies in this browser alone.
  function present() {
    const { code, edit, story } = stories.current();
    if (code) return void window.open(`/vis/${code}#rediger=${edit}`, '_blank');
    const form = make('form', { method: 'post', action: `/vis/utkast?lang=${document.documentElement.lang}`, target: '_blank', hidden: true },
      make('input', { name: 'presentasjon', value: JSON.stringify(story) }));
    document.body.append(form);
    form.submit();
    form.remove();
  }
  async function keep() {
    try {
      await stories.keep();
      links.querySelector('input').focus();
    } catch (fault) { tell(fault.message, { fault: true }); }
  }
  function download() {
    const { story } = stories.current();
    const link = make('a', { href: URL.createObjectURL(new Blob([JSON.stringify(story, null, 1)], { type: 'application/json' })), download: `${story.title || 'presentasjon'}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
  async function renew() {
    try {
      const { presentation } = await stories.ask('/vis/fornyet', 'POST', { presentation: stories.current().story });
      edit('', story => { story.steps.forEach(step => { step.views = presentation.steps.find(({ id }) => id === step.id)?.views ?? step.views; }); });
      show.focus();
    } catch (fault) { tell(fault.message, { fault: true }); }
  }
  function fresh() {
    stories.open(stories.empty().story);
    edits.forget();
  }
  function forget() {
    const kept = stories.all();
    if (!confirm(words(kept.all[kept.current].code ? 'forgetkept' : 'forgetdraft'))) return;
    delete kept.all[kept.current];
    kept.current = Object.keys(kept.all)[0] ?? stories.random();
    kept.all[kept.current] ??= stories.empty();
    edits.forget();
    stories.put(kept);
  }
  const query = () => new URLSearchParams(location.search).get('lang') ?? 'nb';
  const links = make('div', { className: 'links' });
  const show = button(words('present'), present, { className: 'main' });
  const saving = button(words('keep'), keep);
  const undoing = button(words('undo'), undo, { className: 'undo' });
  const renewing = button(words('renew'), renew, { hidden: true, className: 'renew' });
  root.append(
    make('div', { className: 'tops' }, make('label', {}, make('span', { textContent: words('storytitle') }), title),
      make('label', {}, make('span', { textContent: words('storylang') }), lang),
      make('label', { className: 'others' }, make('span', { textContent: words('mine') }), others)),
    make('div', { className: 'acts' }, show, saving, undoing, renewing, button(words('new'), fresh), button(words('export'), download),
      button(words('import'), () => file.click()), button(words('forget'), forget), file),
    state, links, list,
    make('p', { className: 'none', textContent: words('empty') }),
    make('div', { className: 'acts adds' }, button(words('addtitle'), () => edits.add('title')), button(words('addtext'), () => edits.add('text'))));

  // The secret one is covered until it is asked for: somebody may look on.
  const row = (label, value, secret) => make('label', {}, make('span', { textContent: label }),
    make('input', {
      readOnly: true, value, type: secret ? 'password' : 'text', autocomplete: 'off',
      onfocus: ({ target }) => { target.type = 'text'; target.select(); }, onblur: ({ target }) => { if (secret) target.type = 'password'; },
    }),
    button(words('copy'), () => osloregionen.copy(value, words('copied'), words('copyhere'))));
  let shownLinks = '';
  function drawLinks({ code, edit }) {
    if (shownLinks === `${code}`) return;
    shownLinks = `${code}`;
    links.replaceChildren(...code ? [
      row(words('viewlink'), `${location.origin}/vis/${code}`),
      row(words('editlink'), `${location.origin}/presentasjoner?lang=${query()}#rediger=${code}.${edit}`, true),
    ] : []);
  }
  function draw() {
    const kept = stories.all();
    const one = kept.all[kept.current];
    const { steps } = one.story;
    fill(title, one.story.title);
    lang.value = one.story.lang;
    const names = Object.entries(kept.all).map(([name, { story }]) => make('option', { value: name, textContent: story.title || words('untitled') }));
    if (others !== document.activeElement) { others.replaceChildren(...names); others.value = kept.current; }
    others.closest('label').hidden = names.length < 2;
    const there = new Map([...list.children].map(node => [node.dataset.id, node]));
    const wanted = steps.map(step => there.get(step.id) ?? card(step.id, draw));
    const held = document.activeElement;
    [...list.children].forEach(node => wanted.includes(node) || node.remove());
    wanted.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null); });
    if (held !== document.activeElement && root.contains(held)) held.focus();
    wanted.forEach((node, at) => fillCard(node, steps, at, looked.get(steps[at].id)));
    root.querySelector('.none').hidden = steps.length > 0;
    show.disabled = !steps.length;
    saving.hidden = Boolean(one.code && !one.lost);
    able(undoing, edits.any);
    renewing.hidden = ![...looked.values()].some(({ changed }) => changed);
    const clashes = one.clashes?.length ? ` ${words('clash')}` : '';
    const told = !one.code ? words('draft') : (stories.same(one.story, one.base) ? words('saved') : words('saving')) + clashes;
    const troubles = [one.trouble || unseen, one.lost && words('anew'), !stories.lasting && words('unkept')].filter(Boolean);
    state.textContent = troubles.join(' ') || told;
    state.classList.toggle('trouble', troubles.length > 0);
    drawLinks(one);
    look();
  }
  // What the steps show is asked for again when they show something else, and until it is known.
  let asking;
  function look() {
    const { story } = stories.current();
    const now = JSON.stringify([query(), story.steps.map(({ id, template, views, title: own, text, notes }) => [id, template, views, own, text, notes])]);
    if (now === lookedFor) return;
    clearTimeout(asking);
    asking = setTimeout(async () => {
      if (!root.isConnected) return; // asked for when the editor is there again
      try {
        const { steps } = await stories.ask('/vis/sett', 'POST', { presentation: story });
        lookedFor = now;
        unseen = '';
        looked = new Map(steps.map(step => [step.id, step]));
      } catch (fault) {
        const refused = fault.status === 400;
        if (refused) tell(fault.message, { fault: true });
        unseen = refused ? '' : fault.message;
        lookedFor = refused ? now : '';
      }
      draw();
    }, unseen ? 5000 : looked.size ? 1200 : 0);
  }

  function place() {
    const spot = [...document.querySelectorAll('.story-editor')].at(-1);
    if (spot && root.parentNode !== spot) { spot.replaceChildren(root); draw(); }
  }
  stories.heard.add(draw);
  new MutationObserver(place).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('click', async event => {
    const link = event.target.closest('a[data-story=copy]');
    if (!link) return;
    event.preventDefault();
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(answer.status);
      const story = await answer.json();
      stories.open({ ...story, steps: story.steps.map(step => ({ ...step, id: stories.random() })) });
      root.scrollIntoView();
    } catch (fault) { tell(trouble(fault), { fault: true }); }
  });
  addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && root.isConnected && !event.target.closest?.('input, textarea')) {
      event.preventDefault();
      undo();
    }
  });
  setInterval(() => { if (root.isConnected && !document.hidden) stories.refresh(); }, 8000);
  document.addEventListener('visibilitychange', () => { if (!document.hidden && root.isConnected) stories.refresh(); });
  place();
}
