"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll("#record .card")];
  const marks = new Map();
  for (const mark of document.querySelectorAll(".m")) {
    const name = mark.dataset.a;
    marks.set(name, [...(marks.get(name) || []), mark]);
  }
  const words = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  const keys = ["state", "priority", "layer", "reviewer"];
  let current = null;

  const matches = (card) => {
    const sought = $("find").value.trim().toLowerCase();
    if (sought && !sought.split(/\s+/).every((word) => words.get(card).includes(word))) return false;
    return keys.every((key) => {
      const control = $("by-" + key);
      return !control || !control.value || card.dataset[key] === control.value;
    });
  };
  const visible = () => cards.filter((card) => !card.hidden);

  const filter = () => {
    for (const card of cards) {
      card.hidden = !matches(card);
      for (const mark of marks.get(card.id) || []) mark.classList.toggle("off", card.hidden);
    }
    const left = visible().length;
    $("shown").textContent = left === cards.length ? "" : `${left} of ${cards.length} shown`;
    $("none").hidden = left > 0 || cards.length === 0;
  };

  const select = (card, { scroll = true } = {}) => {
    if (!card) return;
    if (card.hidden) showAll();
    for (const old of document.querySelectorAll(".on")) old.classList.remove("on");
    current = card;
    card.classList.add("on");
    for (const mark of marks.get(card.id) || []) mark.classList.add("on");
    if (!scroll) return;
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
    const [mark] = marks.get(card.id) || [];
    const story = document.querySelector(".story");
    if (mark && story && story.scrollHeight > story.clientHeight) {
      const place = mark.getBoundingClientRect().top - story.getBoundingClientRect().top;
      story.scrollTop += place - story.clientHeight / 3;
    }
  };
  const step = (by, wanted = () => true) => {
    const among = visible().filter(wanted);
    if (!among.length) return;
    const place = cards.indexOf(current);
    const after = among.filter((card) => (cards.indexOf(card) - place) * by > 0);
    const next = by > 0 ? after[0] : after[after.length - 1];
    select(next || (by > 0 ? among[0] : among[among.length - 1]));
  };
  const showAll = () => {
    $("tools").reset();
    filter();
  };
  const byHash = () => {
    const card = $(decodeURIComponent(location.hash.slice(1)));
    if (card && cards.includes(card)) select(card);
  };

  $("tools").hidden = false;
  $("keys").hidden = false;
  document.documentElement.classList.add("lively");
  $("tools").addEventListener("input", filter);
  $("clear").addEventListener("click", showAll);
  $("tools").addEventListener("submit", (event) => event.preventDefault());
  $("show-all").addEventListener("click", showAll);
  document.addEventListener("click", (event) => {
    if (event.target.closest("a, button, input, select")) return;
    const mark = event.target.closest(".m");
    const card = mark ? $(mark.dataset.a) : event.target.closest("#record .card");
    if (!card) return;
    select(card, { scroll: Boolean(mark) });
    history.replaceState(null, "", "#" + encodeURIComponent(card.id));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      showAll();
      document.activeElement.blur();
      return;
    }
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "x") step(1, (card) => card.dataset.state === "fix");
    else if (event.key === "/") $("find").focus();
    else return;
    event.preventDefault();
  });
  addEventListener("hashchange", byHash);
  byHash();
})();
