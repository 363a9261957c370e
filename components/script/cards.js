// A step's card in the editor: what the step shows, what is written in it, and what can be done with it.
{
  const { osloregionen } = window;
  const { make, words, edits, most } = osloregionen;
  const button = (label, onclick, props = {}) => make('button', { type: 'button', textContent: label, onclick, ...props });
  // What cannot be done now keeps its place and the focus.
  const able = (button, can) => button.setAttribute('aria-disabled', !can);

  // A field that keeps what is being typed in it: only others' words are put in, and never under the cursor.
  function field(id, name, label, rows, draw) {
    const control = make(rows ? 'textarea' : 'input', {
      ...rows ? { rows } : {}, maxLength: most[name],
      oninput: () => edits.set(id, name, control.value),
      onblur: () => { edits.left(); setTimeout(draw); }, // a field that is taken away loses the focus while that is being drawn,
    });
    return make('label', { data: { field: name } }, make('span', { textContent: label }), control);
  }
  const fill = (control, value) => { if (control !== document.activeElement && control.value !== value) control.value = value; };

  function card(id, draw) {
    const written = (name, label, rows) => field(id, name, label, rows, draw);
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
      written('title', words('owntitle')), written('text', words('owntext'), 2), written('notes', words('ownnotes'), 2));
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
  function fillCard(node, steps, at, seen) {
    const step = steps[at];
    const get = selector => node.querySelector(selector);
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
  osloregionen.cards = { button, able, fill, card, fillCard };
}
