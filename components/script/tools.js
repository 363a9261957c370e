// The tools under a figure: what they lead to opens over the page, and Escape leads back.
{
  const { words, make } = window.osloregionen;

  // Why something has not come.
  const trouble = (fault, otherwise = 'faulty') => words(window.osloregionen.unreached(fault) ? 'unreachable' : otherwise);
  window.osloregionen.trouble = trouble;

  function open(label, kind, ...inside) {
    const close = make('button', { type: 'button', className: 'close', textContent: words('close') });
    const box = make('dialog', { className: `over ${kind}` }, make('div', { className: 'over-head' }, close), ...inside);
    box.setAttribute('aria-label', label);
    const before = document.activeElement;
    close.onclick = () => box.close();
    box.onclick = event => { if (event.target === box) box.close(); };
    box.onclose = () => {
      box.remove();
      // What stands in a menu that has closed meanwhile cannot be focused: its name can.
      const back = before?.closest('details:not([open])')?.querySelector('summary') ?? before;
      back?.isConnected && back.focus();
    };
    document.body.append(box);
    box.showModal();
    return box;
  }
  async function show(link) {
    const before = link.closest('.over-body');
    const part = before ?? make('div', { className: 'over-body' });
    part.replaceChildren(make('p', { textContent: words('loading') }));
    part.removeAttribute('data-measured');
    const box = before ? part.closest('dialog') : open(link.textContent, 'part', part);
    try {
      const answer = await fetch(link.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = page.querySelector('main'); // of a page that refuses, too
      if (!main) throw new Error(answer.status);
      part.replaceChildren(...main.childNodes);
      window.osloregionen.embedding(part);
    } catch (fault) {
      part.replaceChildren(make('p', { className: 'missing', textContent: trouble(fault) }));
    }
    return box;
  }
  function big(link) {
    const frame = make('iframe', { src: link.href, title: link.textContent });
    const box = open(link.textContent, 'big', frame);
    const escape = event => { if (event.source === frame.contentWindow && event.data?.osloregionen === 'close') box.close(); };
    addEventListener('message', escape);
    box.addEventListener('close', () => removeEventListener('message', escape));
    frame.onload = () => frame.contentWindow.focus();
  }
  const told = make('p', { className: 'told' });
  told.setAttribute('role', 'status');
  document.body.append(told);
  let fading;
  // It stays as long as reading takes; what went wrong long enough for who looks elsewhere, and who waits for something.
  function tell(text, { stays = false, fault = false } = {}) {
    clearTimeout(fading);
    told.textContent = text;
    told.classList.add('seen');
    if (!stays) fading = setTimeout(() => told.classList.remove('seen'), Math.max(fault ? 10000 : 2500, 65 * text.length));
  }
  window.osloregionen.tell = tell;
  async function copy(given, done, otherwise) {
    let text;
    try {
      const whole = Promise.resolve(given);
      if (typeof given !== 'string' && window.ClipboardItem) {
        const later = whole.then(found => new Blob([found], { type: 'text/plain' }));
        await navigator.clipboard.write([new ClipboardItem({ 'text/plain': later })]);
      } else await navigator.clipboard.writeText(await whole);
      tell(done);
    } catch {
      try { text = await given; } catch (fault) { return tell(trouble(fault), { fault: true }); }
      const field = make('input', { className: 'address', readOnly: true, value: text });
      field.setAttribute('aria-label', otherwise);
      open(otherwise, 'part', make('div', { className: 'over-body' }, make('p', { textContent: otherwise }), field));
      field.select();
    }
  }
  window.osloregionen.copy = copy;
  const wait = seconds => new Promise(done => setTimeout(done, 1000 * seconds));
  // A file that the server makes: told while it is made, asked for again where many are being made.
  async function file(link) {
    tell(words('file'), { stays: true });
    try {
      let answer = await fetch(link.href);
      for (let again = 0; [429, 503].includes(answer.status) && again < 5; again++) {
        tell(words('queue'), { stays: true });
        await wait(+answer.headers.get('retry-after') || 3);
        answer = await fetch(link.href);
      }
      if (!answer.ok) throw new Error(answer.status);
      const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
      const href = URL.createObjectURL(await answer.blob());
      make('a', { href, download: decodeURIComponent(name ?? link.pathname.split('/').pop()) }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60000);
      tell(words('got'));
    } catch (fault) {
      console.error(fault);
      tell(trouble(fault, 'nofile'), { fault: true });
    }
  }
  // What makes pictures is fetched when the first is asked for.
  let painter;
  const painters = () => painter ??= new Promise((done, failed) => {
    const script = make('script', { src: window.osloregionen.pictures, onload: done });
    script.onerror = () => { painter = undefined; failed(new Error(script.src)); };
    document.head.append(script);
  });
  async function picture(link) {
    tell(words('making'), { stays: true });
    try {
      await painters();
      if (await window.osloregionen.picture(link)) return tell(words('made'));
    } catch (fault) {
      console.error(fault);
      tell(words('unmade'), { fault: true });
    }
    make('a', { href: link.href, download: '' }).click();
  }
  // The short link of a view, where the store can be written; the long one otherwise.
  async function shortened(link) {
    const { pathname, search, hash } = new URL(link.href);
    const answer = await fetch('/s', { method: 'POST', body: pathname + search + hash });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }
  const shortest = link => shortened(link).then(found => found.short).catch(() => link.href);
  async function links(link) {
    const body = make('div', { className: 'over-body' }, make('p', { textContent: words('loading') }));
    open(link.textContent, 'part', body);
    const field = (label, value) => make('p', {}, make('label', { textContent: label }),
      make('input', { className: 'address', readOnly: true, value, ariaLabel: label, onfocus: event => event.target.select() }));
    try {
      const { short, qr, long } = await shortened(link);
      body.replaceChildren(field(words('short'), short), field(words('long'), long),
        make('img', { src: qr, alt: `${words('qr')}: ${short}`, width: 240, height: 240 }),
        make('p', {}, make('a', { href: qr, download: 'qr.svg', textContent: words('qr') })));
    } catch {
      body.replaceChildren(make('p', { textContent: words('onlylong') }), field(words('long'), link.href));
    }
  }
  // A text that the server holds: the clipboard is asked at once, as some browsers want it, and gets the text later.
  const fetched = async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  };
  const folded = target => document.querySelectorAll('details.tool[open]').forEach(list => {
    if (!list.contains(target) || target.closest('a')) list.open = false;
  });
  document.addEventListener('click', event => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a[data-tool], .over-body .choices a');
    if (link) {
      event.preventDefault();
      if (link.dataset.tool === 'show') big(link);
      else if (link.dataset.tool === 'picture') picture(link);
      else if (link.dataset.tool === 'file') file(link);
      else if (link.dataset.tool === 'alternative') copy(fetched(link.href), link.dataset.done, link.dataset.else);
      else if (link.dataset.tool === 'links') links(link);
      else if (link.dataset.tool === 'copy') copy(shortest(link), link.dataset.done, link.dataset.else);
      else show(link);
      folded(link);
      return;
    }
    const text = event.target.closest('[data-copy]');
    if (text) copy(text.previousElementSibling.textContent, text.dataset.done, text.textContent);
    if (event.target.closest('[data-print]')) window.print();
    folded(event.target);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !document.querySelector('dialog.over')) {
      document.querySelectorAll('details:is(.tool, .aside)[open]').forEach(list => {
        list.open = false;
        list.querySelector('summary').focus();
      });
      return;
    }
    // Arrows lead through an open menu; down from its name opens it. Tab goes on as everywhere.
    const list = event.target.closest?.('details.download');
    if (!list || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    if (!list.open && event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.open = true;
    const ways = [...list.querySelectorAll('.menu a')];
    const at = ways.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? ways.length - 1 : at - 1, Home: 0, End: ways.length - 1 }[event.key];
    ways.at(to % ways.length).focus();
  });
  // A menu opens where the window has room for all of it.
  document.addEventListener('toggle', event => {
    if (event.target.matches?.('details.download[open]')) event.target.querySelector('.menu').scrollIntoView({ block: 'nearest' });
  }, true);
  // A menu that is left by Tab closes, so that it never covers what has the focus.
  document.addEventListener('focusin', event => {
    document.querySelectorAll('details.download[open]').forEach(list => {
      if (!list.contains(event.target) && !event.target.closest('dialog')) list.open = false;
    });
  });
}
