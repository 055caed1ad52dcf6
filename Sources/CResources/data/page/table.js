// What can be opened is printed, too, and closed again behind it.
for (const details of document.querySelectorAll("details")) {
  let wasOpen = false;
  addEventListener("beforeprint", () => {
    wasOpen = details.open;
    details.open = true;
  });
  addEventListener("afterprint", () => { details.open = wasOpen; });
}

// Tables: sorting by a button in every heading, a field to filter by, rows beyond a limit on demand.
for (const table of document.querySelectorAll("table[data-limit]")) {
  const box = table.parentElement;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  // A few rows more than the limit are not worth a button.
  const most = Number(table.dataset.limit);
  const limit = rows.length <= 1.2 * most ? rows.length : most;
  let isWhole = rows.length <= limit;
  let wanted = "";

  const number = (cell) => cell.dataset.v === undefined ? undefined : Number(cell.dataset.v);
  const phrase = (text, n, m) => text.replace("{n}", n.toLocaleString("en")).replace("{m}", m.toLocaleString("en"));
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});

  // Numbers before text, what is not known last in either direction.
  function compare(a, b, sign) {
    const empty = a.classList.contains("none") - b.classList.contains("none");
    if (empty) return empty;
    const [x, y] = [number(a), number(b)];
    if (x !== undefined && y !== undefined) return sign * (x - y);
    if (x !== undefined || y !== undefined) return x === undefined ? 1 : -1;
    return sign * collator.compare(a.textContent, b.textContent);
  }

  const status = document.createElement("output");
  const more = document.createElement("button");
  more.type = "button";
  more.className = "more";

  function show() {
    let fit = 0;
    for (const row of body.rows) {
      const isFit = !wanted || row.textContent.toLowerCase().includes(wanted);
      if (isFit) fit += 1;
      row.hidden = !isFit || (!isWhole && fit > limit);
    }
    const shown = isWhole ? fit : Math.min(fit, limit);
    status.textContent = shown < rows.length ? phrase(texts.shown, rows.length, shown) : "";
    more.hidden = fit <= limit;
    more.textContent = isWhole ? phrase(texts.showFewer, limit, 0) : phrase(texts.showAll, fit, 0);
  }

  const heads = [...table.tHead.rows[0].cells];
  for (const [index, head] of heads.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const isAscending = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
      const sign = isAscending ? 1 : -1;
      rows.sort((a, b) => compare(a.cells[index], b.cells[index], sign));
      body.append(...rows);
      show();
    });
  }

  if (rows.length > Number(table.dataset.filter)) {
    const tools = document.createElement("div");
    const label = document.createElement("label");
    const input = document.createElement("input");
    tools.className = "tools";
    input.type = "search";
    label.append(texts.filter + " ", input);
    tools.append(label, status);
    status.setAttribute("aria-live", "polite");
    box.prepend(tools);
    input.addEventListener("input", () => {
      wanted = input.value.trim().toLowerCase();
      show();
    });
  }
  if (rows.length > limit) {
    table.after(more);
    more.addEventListener("click", () => {
      isWhole = !isWhole;
      show();
    });
  }
  show();
}
