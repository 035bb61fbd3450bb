const find = document.getElementById("find");
find.addEventListener("input", () => {
  const wanted = find.value.trim().toLowerCase();
  let any = false;
  for (const section of document.querySelectorAll("section")) {
    let shown = 0;
    for (const figure of section.querySelectorAll("figure")) {
      figure.hidden = !figure.dataset.id.toLowerCase().includes(wanted);
      shown += !figure.hidden;
    }
    section.hidden = shown === 0;
    any ||= shown > 0;
  }
  document.querySelector(".none").hidden = any;
});
