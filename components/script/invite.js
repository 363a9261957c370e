// Who may follow, and who may steer: the code to scan is shown to the audience; the remote is secret, and shown only when
// asked for. What is begun here goes on in follow.js.
{
  const { osloregionen } = window;
  const { make, showing, deck: { known: { code, words } } } = osloregionen;
  const button = (label, onclick) => make('button', { type: 'button', textContent: label, onclick });
  osloregionen.follow = () => {
    if (!code) return osloregionen.tell(words.nothere, { fault: true });
    const { secret, ask } = showing;
    const address = `${location.origin}/vis/${code}`;
    const qr = make('img', { src: `/vis/${code}.svg`, alt: `QR: ${address}` });
    const acts = make('div', { className: 'acts' });
    const name = make('h2', { textContent: words.followhere });
    const last = make('span', { textContent: `/vis/${code}` }); // a line breaks before it where one must
    const shownTo = make('p', { className: 'address' }, location.host, document.createElement('wbr'), last);
    const box = make('dialog', { className: 'follow' }, name, qr, shownTo, acts);
    const closing = () => button(words.close, () => box.close());
    // What has been pressed is gone then: the focus goes to the first of what has come.
    const fill = (...parts) => {
      acts.replaceChildren(...parts.filter(Boolean));
      if (box.open) acts.querySelector('button').focus();
    };
    async function begin(said) {
      try {
        await showing.begin();
        osloregionen.tell(said);
        offer();
      } catch (fault) { osloregionen.tell(fault.message, { fault: true }); }
    }
    async function remote() {
      try {
        const { svg, address: way } = await ask('fjernkontroll', 'POST', secret.steer, {});
        const shown = make('img', { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, alt: words.remote });
        const link = make('input', { readOnly: true, value: way, ariaLabel: words.remote, onfocus: event => event.target.select() });
        fill(shown, link, closing());
        name.textContent = words.remote; // not the audience's code any more
        qr.hidden = shownTo.hidden = true;
      } catch (fault) { osloregionen.tell(fault.message, { fault: true }); }
    }
    const offer = () => fill(
      secret.edit && !secret.steer && button(showing.live ? words.takeover : words.begin, () => begin(words.steered)),
      secret.steer && button(words.remoteshow, remote),
      secret.edit && secret.steer && button(words.takeback, () => begin(words.takenback)),
      closing(),
    );
    offer();
    box.onclose = () => box.remove();
    box.onclick = event => { if (event.target === box) box.close(); };
    document.body.append(box);
    box.showModal();
  };
}
