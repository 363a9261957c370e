// The figures of a step as files, and where they stand: the same ways that a phone and the readable page have under the step.
{
  const { osloregionen } = window;
  const { deck, make } = osloregionen;
  const { sections, known: { words } } = deck;
  osloregionen.files = () => {
    const ways = [...sections[deck.at].querySelectorAll('.handout')];
    if (!ways.length) return osloregionen.tell(words.nofiles, { fault: true });
    const box = make('dialog', { className: 'files' }, make('h2', { textContent: words.files }));
    for (const way of ways) {
      const figure = way.closest('.half')?.querySelector('h3').textContent;
      box.append(...figure ? [make('h3', { textContent: figure })] : [], way.cloneNode(true));
    }
    box.append(make('div', { className: 'acts' }, make('button', { type: 'button', textContent: words.close, onclick: () => box.close() })));
    box.querySelectorAll('a:not([download])').forEach(link => { link.target = '_blank'; }); // the presentation stays
    box.onclose = () => box.remove();
    box.onclick = event => { if (event.target === box) box.close(); };
    document.body.append(box);
    box.showModal();
  };
}
