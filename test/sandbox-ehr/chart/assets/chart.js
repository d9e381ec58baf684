// The chart's own script: fires the hooks, shows their answers, and opens the app in a frame.

const chart = document.querySelector('main[data-chart]');

/** Asks the chart's server to fire a hook; what comes back replaces what the same service said before. */
async function fire(hook) {
  const region = document.getElementById('cards');
  region.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(`${chart.dataset.chart}/hooks/${hook}${chart.dataset.query}`, {
      method: 'POST',
    });
    if (!response.ok) throw new Error(String(response.status));
    replaceAnswers(region, await response.text());
  } catch {
    region.innerHTML =
      '<p class="notice failed" role="alert"><b>Decision support could not be asked.</b> Assess by your local protocol.</p>';
  }
  region.removeAttribute('aria-busy');
}

function replaceAnswers(region, text) {
  const answers = document.createElement('div');
  answers.innerHTML = text;
  for (const loading of region.querySelectorAll(':scope > .notice')) loading.remove();
  for (const answer of [...answers.children]) {
    const before = [...region.children].find((each) => each.dataset.service === answer.dataset.service);
    if (before) before.replaceWith(answer);
    else region.append(answer);
  }
}

/** Accepting and dismissing answer with a sentence that stands where the card stood. */
async function sendCardForm(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const response = await fetch(form.getAttribute('action'), { method: 'POST', body });
  const card = form.closest('[data-card]');
  const place = document.createElement('div');
  place.innerHTML = await response.text();
  if (place.querySelector('.failed')) form.append(place);
  else card.replaceWith(place);
  await refreshRecord();
}

async function refreshRecord() {
  const response = await fetch(`${chart.dataset.chart}/record${chart.dataset.query}`);
  if (response.ok) document.getElementById('record').outerHTML = await response.text();
}

function openApp(link) {
  const panel = document.getElementById('app-panel');
  document.getElementById('app-new-tab').href = link.href;
  panel.hidden = false;
  document.getElementById('app-close').focus();
}

async function closeApp() {
  const panel = document.getElementById('app-panel');
  panel.hidden = true;
  panel.querySelector('iframe').src = 'about:blank';
  await refreshRecord();
}

if (chart) {
  fire('patient-view');
  document.getElementById('start-visit')?.addEventListener('click', async ({ target }) => {
    target.disabled = true;
    await fire('encounter-start');
    target.textContent = 'Visit in progress';
  });
  document.getElementById('app-close').addEventListener('click', closeApp);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-open-app]');
    if (link) openApp(link);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !document.getElementById('app-panel').hidden) closeApp();
  });
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-card-form]');
    if (!form) return;
    event.preventDefault();
    sendCardForm(form, event.submitter);
  });
}
