// What the speaker's window does by itself; all that it shows is drawn from the main window (speaker.js). While that is
// gone this says so in words. One that was loaded anew takes this window back; where it was closed and opened again, in
// another tab, the speaker's window that is opened there takes this one's place.
(() => {
  'use strict';
  const root = document.documentElement;
  const gone = Object.assign(document.createElement('p'), { className: 'gone' });
  gone.setAttribute('role', 'alert');
  const line = new BroadcastChannel(root.dataset.line);
  function lead() {
    try {
      return opener && !opener.closed && opener.osloregionen?.takeSpeaker;
    } catch {
      return null; // a page of the browser itself stands there
    }
  }
  function tend() {
    const take = lead();
    if (take) {
      gone.remove();
      take(window);
    } else if (!gone.isConnected) {
      gone.textContent = root.dataset.gone;
      document.body.prepend(gone);
    }
  }
  line.onmessage = ({ data }) => {
    if (data !== 'opened' || lead()) return;
    line.postMessage(window.began);
    close();
  };
  setInterval(tend, 1000);
})();
