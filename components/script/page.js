// The page's own title and language follow what it shows; the first view goes when the page stands.
{
  const service = 'Osloregionen i Europa';
  const root = document.documentElement;
  let title = document.title;

  function follow() {
    document.querySelectorAll('[data-absolute]:not([data-whole])').forEach(link => {
      link.textContent = new URL(link.dataset.absolute, location.href).href;
      link.dataset.whole = '';
    });
    window.osloregionen.since();
    const lang = document.querySelector('#root [data-page-lang]')?.dataset.pageLang;
    if (lang && root.lang !== lang) root.lang = lang;
    // Not `innerText`: it lays the page out anew, at each of the many changes that make one.
    const heading = document.querySelector('#root h1')?.textContent.trim();
    if (heading) title = `${heading} · ${service}`;
    // Streamlit writes the page's name when it comes to it; the view's own says more.
    if (document.title !== title) document.title = title;
  }
  const first = () => document.getElementById('first-view');
  const began = performance.now();
  function stands() {
    const app = document.querySelector('[data-testid=stApp]');
    if (!app || !document.querySelector('#root .footer') || app.dataset.testScriptState === 'running') return false;
    if (document.querySelector('#root [data-testid=stSkeleton]')) return false;
    const chart = document.querySelector('#root .chart[data-figure]');
    return !chart || chart.matches('[data-drawn], [data-failed]');
  }
  function leave() {
    const view = first();
    if (!view) return;
    const trouble = document.querySelector('#root [data-testid=stAlert]') && !document.querySelector('#root .footer');
    if (!stands() && !trouble && performance.now() - began < 20000) return;
    const at = view.scrollTop;
    view.remove();
    const main = document.querySelector('[data-testid=stMain]');
    if (main && at) main.scrollTop = at;
    if (location.hash) setTimeout(() => {
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    }, 150);
  }
  new MutationObserver(() => { follow(); leave(); })
    .observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-drawn', 'data-failed', 'data-test-script-state'] });
  const waiting = setInterval(() => { leave(); if (!first()) clearInterval(waiting); }, 250);
  // Where the browser cannot draw layers, the table holds what the map would.
  const layers = document.createElement('canvas').getContext('webgl2');
  root.classList.toggle('without-webgl', !layers);
  layers?.getExtension('WEBGL_lose_context')?.loseContext();
}
