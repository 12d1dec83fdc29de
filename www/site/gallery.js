// Gives elements with `data-late` that document once they are in view: for states that no prerendered page has.
const inView = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    inView.unobserve(target);
    fetch(target.dataset.late).then(async (response) => (target.data = await response.json()));
  }
});
for (const element of document.querySelectorAll("[data-late]")) inView.observe(element);
