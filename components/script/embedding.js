// The code that shows a figure on somebody's page: its heights are measured in the preview, at some widths.
{
  const { osloregionen } = window;
  const WIDTHS = [280, 360, 450, 560, 700, 880];
  const SPARE = 26; // pixels: another site's browser may break a line where this one does not

  // The figure's height at a width, once it stands; 0 where it does not say so in time.
  async function measured(frame, width) {
    frame.style.width = `${width}px`;
    for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame);
    return new Promise(done => {
      const ended = high => { removeEventListener('message', listen); clearTimeout(late); done(high); };
      const listen = ({ source, data }) =>
        source === frame.contentWindow && data?.osloregionen === 'height' && data.stands && ended(data.value);
      const late = setTimeout(ended, 20000, 0);
      addEventListener('message', listen);
      frame.contentWindow?.postMessage({ osloregionen: 'height?' }, location.origin);
    });
  }
  // A height for each width, as one line of CSS: below each width it is as high as it was measured at the next narrower.
  function stepped(heights) {
    const least = heights.map((_, n) => Math.max(...heights.slice(n)) + SPARE);
    const steps = WIDTHS.slice(1).map((width, n) => [width, least[n] - least[n + 1]]).filter(([, more]) => more > 0);
    return `calc(${least.at(-1)}px${steps.map(([width, more]) => ` + clamp(0px,${width}px - 100cqi,1px)*${more}`).join('')})`;
  }
  osloregionen.embedding = async root => {
    const frame = root.querySelector('iframe.preview');
    if (!frame) return;
    root.classList.add('measuring');
    frame.loading = 'eager';
    await new Promise(done => { frame.onload = done; setTimeout(done, 8000); });
    const heights = [];
    for (const width of WIDTHS) heights.push(await measured(frame, width));
    frame.style.width = '100%';
    const follow = ({ source, data }) => {
      if (!frame.isConnected) return removeEventListener('message', follow);
      if (source === frame.contentWindow && data?.osloregionen === 'height') frame.style.height = `${data.value}px`;
    };
    addEventListener('message', follow);
    frame.contentWindow?.postMessage({ osloregionen: 'height?' }, location.origin);
    root.classList.remove('measuring');
    if (!frame.isConnected || heights.some(high => !high)) return;
    const numbers = { narrow: Math.max(...heights) + SPARE, height: stepped(heights) };
    root.querySelectorAll('.code[data-template]').forEach(code => {
      code.textContent = code.dataset.template.replace(/\{(narrow|height)\}/g, (_, name) => numbers[name]);
    });
    root.setAttribute('data-measured', '');
  };
}
