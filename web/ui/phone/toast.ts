import './overlays.css';

const USUAL_MS = 2_000;
let shown: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says what became of something, for a moment; the next one takes its place. */
function show(said: string | { content: string; duration?: number }) {
  const { content, duration = USUAL_MS } = typeof said === 'string' ? { content: said } : said;
  clearTimeout(timer);
  shown?.remove();
  const toast = document.body.appendChild(document.createElement('div'));
  shown = toast;
  toast.className = 'toast';
  toast.setAttribute('role', 'status');
  // A reader tells only of what comes into a place that is there already.
  requestAnimationFrame(() => {
    toast.textContent = content;
  });
  timer = setTimeout(() => toast.remove(), duration);
}

export const Toast = { show };
