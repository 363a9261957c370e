// The editor on the page of presentations. It is one element that is kept: when Streamlit draws the page anew, it moves
// into the new place. What is typed goes into the presentation at once (edits.js, stories.js).
{
  const { osloregionen } = window;
  const { words, stories, edits, tell, most } = osloregionen;
  const { edit, undo } = edits;
  const make = (tag, props = {}, ...inside) => {
    const { data = {}, ...own } = props;
    const node = Object.assign(document.createElement(tag), own);
    Object.assign(node.dataset, data);
    node.append(...inside);
    return node;
  };
  const button = (label, onclick, props = {}) => make('button', { type: 'button', textContent: label, onclick, ...props });
  // What cannot be done now keeps its place and the focus.
  const able = (button, can) => button.setAttribute('aria-disabled', !can);
  const root = make('div', { className: 'editor' });
  let looked = new Map(); // what each step shows, by its id
  let lookedFor = '';

  // A field that keeps what is being typed in it: only others' words are put in, and never under the cursor.
  function field(id, name, label, rows) {
    const control = make(rows ? 'textarea' : 'input', {
      ...rows ? { rows } : {}, maxLength: most[name],
      oninput: () => edits.set(id, name, control.value),
      onblur: () => { edits.left(); setTimeout(draw); }, // a field that is taken away loses the focus while that is being drawn,
    });
    return make('label', { data: { field: name } }, make('span', { textContent: label }), control);
  }
  const fill = (control, value) => { if (control !== document.activeElement && control.value !== value) control.value = value; };

  function card(id) {
    const kinds = make('select', { ariaLabel: words('template'), onchange: () => edits.set(id, 'template', kinds.value) });
    const node = make('li', { className: 'step', data: { id } },
      make('div', { className: 'head', role: 'group' }, make('span', { className: 'number' }), make('span', { className: 'shows' }), kinds,
        button('↑', () => edits.move(id, -1), { title: words('up'), ariaLabel: words('up'), className: 'up' }),
        button('↓', () => edits.move(id, 1), { title: words('down'), ariaLabel: words('down'), className: 'down' }),
        button(words('duplicate'), () => edits.duplicate(id), { className: 'duplicate' }),
        button(words('join'), () => edits.join(id), { className: 'join' }),
        button(words('split'), () => edits.part(id), { className: 'split' }),
        button(words('remove'), () => edits.remove(id), { className: 'remove' })),
      make('p', { className: 'told-of' }),
      field(id, 'title', words('owntitle')), field(id, 'text', words('owntext'), 2), field(id, 'notes', words('ownnotes'), 2));
    node.onkeydown = event => {
      const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      const held = document.activeElement;
      edits.move(id, by);
      held.focus();
    };
    return node;
  }
  const KINDS = { figure: ['figure', 'number'], number: ['figure', 'number'], two: ['two'], barrier: ['barrier'], text: ['text', 'title'], title: ['text', 'title'] };
  function fillCard(node, step, at, steps) {
    const get = selector => node.querySelector(selector);
    const seen = looked.get(step.id);
    node.classList.toggle('section', step.template === 'title');
    get('.number').textContent = at + 1;
    get('.shows').textContent = step.title || seen?.heading || (step.views.length ? '…' : words('untitled'));
    const kinds = get('select');
    const wanted = KINDS[step.template];
    if ([...kinds.options].map(({ value }) => value).join() !== wanted.join())
      kinds.replaceChildren(...wanted.map(kind => make('option', { value: kind, textContent: words(`template_${kind}`) })));
    kinds.value = step.template;
    kinds.disabled = wanted.length < 2;
    able(get('.up'), at > 0);
    able(get('.down'), at < steps.length - 1);
    get('.head').setAttribute('aria-label', `${words('stepnumber').replace('{n}', at + 1)}: ${get('.shows').textContent}`);
    const single = one => one && ['figure', 'number'].includes(one.template);
    get('.join').hidden = !(single(step) && single(steps[at + 1]));
    get('.split').hidden = step.template !== 'two';
    const about = get('.told-of');
    about.className = `told-of${seen?.gone || seen?.changed ? ' changed' : ''}`;
    about.replaceChildren(seen?.gone || (step.title ? seen?.heading : seen?.about) || '');
    if (seen?.changed) {
      const listed = seen.changes.map(([what, then, now]) => make('li', { textContent: `${what}: ${then} → ${now}` }));
      about.append(make('strong', { textContent: ` ${words('changed').replace('{n}', seen.changed)}` }), make('ul', {}, ...listed));
    }
    for (const name of ['title', 'text', 'notes']) {
      const label = get(`[data-field=${name}]`);
      fill(label.querySelector('input, textarea'), step[name] ?? '');
      const old = (seen?.stale ?? []).filter(([then]) => (step[name] ?? '').replaceAll('\u00a0', ' ').includes(then.replaceAll('\u00a0', ' ')));
      label.classList.toggle('stale', old.length > 0 || Boolean(seen?.changed && step[name] && name !== 'notes'));
      label.querySelector('.mark')?.remove();
      if (old.length) label.append(make('em', { className: 'mark', textContent: old.map(([then, now]) => words('stale').replace('{then}', then).replace('{now}', now)).join(' ') }));
      else if (seen?.changed && step[name] && name !== 'notes') label.append(make('em', { className: 'mark', textContent: words('readagain') }));
    }
  }

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
    button(words('copy'), () => navigator.clipboard?.writeText(value).then(() => tell(words('copied')), () => {})));
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
    const wanted = steps.map(step => there.get(step.id) ?? card(step.id));
    const held = document.activeElement;
    [...list.children].forEach(node => wanted.includes(node) || node.remove());
    wanted.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null); });
    if (held !== document.activeElement && root.contains(held)) held.focus();
    wanted.forEach((node, at) => fillCard(node, steps[at], at, steps));
    root.querySelector('.none').hidden = steps.length > 0;
    show.disabled = !steps.length;
    saving.hidden = Boolean(one.code && !one.lost);
    able(undoing, edits.any);
    renewing.hidden = ![...looked.values()].some(({ changed }) => changed);
    const clashes = one.clashes?.length ? ` ${words('clash')}` : '';
    const told = !one.code ? words('draft') : (stories.same(one.story, one.base) ? words('saved') : words('saving')) + clashes;
    const troubles = [one.trouble, one.lost && words('anew'), !stories.lasting && words('unkept')].filter(Boolean);
    state.textContent = troubles.join(' ') || told;
    state.classList.toggle('trouble', troubles.length > 0);
    drawLinks(one);
    look();
  }
  // What the steps show is asked for again when they show something else.
  let asking;
  function look() {
    const { story } = stories.current();
    const now = JSON.stringify([query(), story.steps.map(({ id, template, views, title: own, text, notes }) => [id, template, views, own, text, notes])]);
    if (now === lookedFor) return;
    clearTimeout(asking);
    asking = setTimeout(async () => {
      try {
        const { steps } = await stories.ask('/vis/sett', 'POST', { presentation: story });
        lookedFor = now;
        looked = new Map(steps.map(step => [step.id, step]));
        draw();
      } catch (fault) { if (fault.status === 400) tell(fault.message, { fault: true }); }
    }, looked.size ? 1200 : 0);
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
    } catch { tell(words('unreachable'), { fault: true }); }
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
