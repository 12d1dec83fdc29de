// Plays the documents of the page's list in the chart: only forwards, unless the reader starts again.
const find = (selector) => document.querySelector(selector);
const [chart, player, position, pace] = [find("results-chart"), find(".player"), find("#position"), find("#pace")];
const [play, next, again] = [find("#play"), find("#next"), find("#again")];
const steps = [...document.querySelectorAll(".steps li")];
let current = 0;
let timer, documents;

async function load() {
  const answers = await Promise.all(steps.map(({ dataset }) => fetch(dataset.src)));
  const failed = answers.find(({ ok }) => !ok);
  if (failed) throw new Error(`HTTP ${failed.status}`);
  return Promise.all(answers.map((answer) => answer.text()));
}

function mark(index) {
  current = index;
  steps.forEach((one, at) => one.toggleAttribute("data-shown", at <= index));
  steps.forEach((one, at) => (at == index ? one.setAttribute("aria-current", "step") : one.removeAttribute("aria-current")));
  position.textContent = `Step ${index + 1} of ${steps.length}: ${steps[index].textContent}`;
  // A button that is disabled would lose the focus.
  next.setAttribute("aria-disabled", isOver());
}

const isOver = () => current == steps.length - 1;

async function show(index) {
  try {
    documents ??= load();
    chart.data = (await documents)[index];
    mark(index);
  } catch (error) {
    documents = undefined;
    pause();
    position.textContent = `The documents could not be loaded (${error.message}). Try again.`;
  }
}

function pause() {
  clearInterval(timer);
  timer = undefined;
  play.textContent = "Play";
}

const stepOn = async () => {
  if (!isOver()) await show(current + 1);
  if (isOver()) pause();
};

function begin() {
  play.textContent = "Pause";
  timer = setInterval(stepOn, Number(pace.value) * 1000);
}

play.addEventListener("click", async () => {
  if (timer) return pause();
  begin();
  if (isOver()) await show(0);
  else stepOn();
});
next.addEventListener("click", stepOn);
again.addEventListener("click", () => show(0));
pace.addEventListener("change", () => {
  if (!timer) return;
  pause();
  begin();
});
mark(0);
player.hidden = false;
