// Links to other views change this page instead of loading it anew: the address is written, and Streamlit runs the page
// of that address. In a new tab, without a connection or without this script they are links like any other.
{
  const { slugs } = window.osloregionen;
  const connected = () => document.querySelector('[data-testid=stApp]')?.dataset.testConnectionState === 'CONNECTED'
    && !document.getElementById('first-view');
  const scroller = () => document.querySelector('[data-testid=stMain]');

  // Streamlit writes the address of the page that it runs. Where the reader has gone on meanwhile, theirs holds, and the
  // page that was overtaken is no step to go back to.
  const { pushState, replaceState } = history;
  history.pushState = (state, unused, address) => {
    if (new URL(address ?? '', location.href).pathname === location.pathname) pushState.call(history, state, unused, address);
  };

  function go(address, replace = false) {
    const url = new URL(address, location.href);
    const elsewhere = url.pathname !== location.pathname;
    (replace ? replaceState : pushState).call(history, history.state, '', url.pathname + url.search + url.hash);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    if (elsewhere) scroller()?.scrollTo(0, 0);
    return elsewhere;
  }
  document.addEventListener('click', event => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a[href]');
    if (!link || link.dataset.tool || link.hasAttribute('download') || link.target === '_blank') return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || !slugs.includes(url.pathname.slice(1)) || !connected()) return;
    event.preventDefault();
    if (url.hash && url.search === '' && url.pathname === location.pathname) return;
    if (url.pathname + url.search === location.pathname + location.search) return;
    go(url.href);
    // A figure chosen far down the page is shown at its top.
    if (link.closest('.st-key-figures')) {
      const title = document.querySelector('h1');
      scroller()?.scrollTo(0, 0);
      if (title) { title.tabIndex = -1; title.focus({ preventScroll: true }); }
    }
  });
  // Links within the page.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    const part = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!part) return;
    event.preventDefault();
    part.scrollIntoView();
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  });
  // The years play one after the other; nobody chose them, so none of them is a step to go back to.
  let playing = 0;
  const stop = () => {
    clearInterval(playing);
    playing = 0;
    document.querySelectorAll('[data-play]').forEach(button => button.setAttribute('aria-pressed', 'false'));
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-play]');
    if (!button) return;
    if (playing) return stop();
    const ways = button.dataset.ways.split(' ');
    const path = location.pathname;
    let at = 0;
    playing = setInterval(() => {
      if (at >= ways.length || location.pathname !== path) return stop();
      go(ways[at++], true);
      document.querySelector('[data-play]')?.setAttribute('aria-pressed', 'true');
    }, 1000 * button.dataset.play);
    button.setAttribute('aria-pressed', 'true');
  });
  window.osloregionen.go = go;
}
